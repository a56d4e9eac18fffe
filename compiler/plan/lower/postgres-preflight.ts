// One query that holds the declaration against the database. It never fails on a database that lacks something: what
// is missing is a row of its result.
import type { TypeName } from "../../../dsl/column.ts";
import { POSTGRES_ALIASES } from "../../facts/postgres-types.ts";
import { type Graph, type GraphColumn, nodeOf } from "../../graph/graph.ts";
import { postgresString } from "../../text/postgres-sql.ts";
import type { SourcePlan, TablePlan } from "../sources.ts";
import { preflightProblems } from "./postgres-preflight-problems.ts";

/** Columns: severity (`error`, `warning`), object, problem, remedy. */
export function preflightQuery(source: SourcePlan, graph: Graph): string {
  return [
    "with wanted_table (schema_name, table_name, identity, key_columns) as (values",
    rows(source.tables.map(tableRow)),
    "),",
    "wanted_column (schema_name, table_name, column_name, base_type, full_type, is_nullable, is_array) as (values",
    rows(
      source.tables.flatMap((table) =>
        nodeOf(graph, table.id).columns.map((column) => columnRow(table, column)),
      ),
    ),
    "),",
    preflightProblems(source),
    "select severity, object, problem, remedy",
    "from problem",
    "order by severity, object, problem",
  ].join("\n");
}

const rows = (values: readonly (readonly string[])[]): string =>
  values.map((row) => `  (${row.join(", ")})`).join(",\n");

function tableRow({ schema, table, identity, key }: TablePlan): readonly string[] {
  const columns = `array[${key.map(postgresString).join(", ")}]::text[]`;
  return [postgresString(schema), postgresString(table), postgresString(identity), columns];
}

function columnRow({ schema, table }: TablePlan, { name, spec }: GraphColumn): readonly string[] {
  return [
    ...[schema, table, name, baseType(spec.type)].map(postgresString),
    postgresString(fullType(spec.type)),
    String(spec.nullable),
    String(spec.type.name === "array"),
  ];
}

/** PostgreSQL's `format_type` of the spellings of the language, where they differ. */
const CATALOG_NAMES: Readonly<Record<string, string>> = {
  varchar: "character varying",
  char: "character",
  varbit: "bit varying",
  time: "time without time zone",
  timetz: "time with time zone",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
};

/** Types whose arguments change what arrives; a longer `varchar` or a rougher timestamp does no harm. */
const EXACT: ReadonlySet<string> = new Set(["numeric", "char", "bit", "varbit"]);

/** The type without arguments, and without the schema of an enum or a domain. */
function baseType(type: TypeName): string {
  if (type.name === "array") return type.element === undefined ? "" : `${baseType(type.element)}[]`;
  if (type.databaseName !== undefined) return type.databaseName.replace(/^.*\./, "");
  const base = POSTGRES_ALIASES.get(type.name) ?? type.name;
  return CATALOG_NAMES[base] ?? base;
}

/** The type with its arguments where they matter; empty where they do not. */
function fullType(type: TypeName): string {
  const base = POSTGRES_ALIASES.get(type.name) ?? type.name;
  if (type.databaseName !== undefined || !EXACT.has(base)) return "";
  const args = type.args ?? [];
  return args.length === 0 ? baseType(type) : `${baseType(type)}(${args.join(",")})`;
}
