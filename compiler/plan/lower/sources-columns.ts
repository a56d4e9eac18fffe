import type { TypeName } from "../../../dsl/column.ts";
import { type PostgresType, postgresType } from "../../facts/postgres-types.ts";
import type { GraphColumn } from "../../graph/graph.ts";
import type { ColumnPlan } from "../sources.ts";
import { compareOf } from "./sources-compare.ts";

const COLUMN = "{column}";

/** A column of a captured table on its way to the current state. */
export function lowerColumn({ name, spec, description }: GraphColumn, key: readonly string[]): ColumnPlan {
  const type = known(spec.type);
  return {
    name,
    description: description ?? "",
    postgresType: type.name,
    bronzeType: type.bronze,
    stateType: type.state,
    cast: type.cast(COLUMN),
    placeholder: type.placeholder,
    nullable: spec.nullable,
    isKey: key.includes(name),
    unique: spec.unique,
    accepted: spec.accepted ?? [],
    pii: spec.pii ?? null,
    references: spec.references ?? null,
    compare: compareOf(spec.type, type),
  };
}

/** A refused type was reported by a check; as text it does no harm here. */
function known(type: TypeName): PostgresType {
  const found = postgresType(type);
  return found.refused === undefined ? found : AS_TEXT(found.name);
}

const AS_TEXT = (name: string): PostgresType => ({
  name,
  wire: "text",
  bronze: "varchar",
  state: "varchar",
  cast: (column) => column,
  toastable: false,
  placeholder: null,
  losses: [],
});
