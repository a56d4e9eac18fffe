import type { TypeName } from "../../../dsl/column.ts";

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
