import type { ColumnSpec, TypeName } from "../../dsl/column.ts";
import { postgresType } from "../facts/postgres-types.ts";

/** A model's type in Trino's spelling, `timestamp(6) with time zone`. */
export function trinoType(type: TypeName): string {
  if (type.name === "array" && type.element !== undefined) return `array(${trinoType(type.element)})`;
  if (type.fields !== undefined) {
    const fields = type.fields.map((field) =>
      type.name === "map" ? trinoType(field.type) : `${field.name} ${trinoType(field.type)}`,
    );
    return `${type.name}(${fields.join(", ")})`;
  }
  if (type.args === undefined || type.args.length === 0) return type.name;
  const [first, ...rest] = type.name.split(" ");
  return [`${first ?? ""}(${type.args.join(",")})`, ...rest].join(" ");
}

/** The type that a relation's column has in Trino: as declared, or as a captured one arrives in the current state. */
export function columnType({ vocabulary, type }: ColumnSpec): string | undefined {
  if (vocabulary === "t") return trinoType(type);
  const found = postgresType(type);
  return found.refused === undefined ? found.state : undefined;
}
