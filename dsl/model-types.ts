import { type AnyColumn, type Column, column } from "./column.ts";
import { COLUMN } from "./symbols.ts";

/**
 * Trino's types, for the columns of models. What Iceberg widens or refuses (`smallint`, `char(n)`, `varchar(n)`,
 * `json`, `interval`) does not exist here, since the table would say something else than its declaration.
 * Source: CREATE TABLE on Trino 476 with the Iceberg connector.
 */
export const t = Object.freeze({
  boolean: () => column("t", "boolean", { name: "boolean" }),
  integer: () => column("t", "number", { name: "integer" }),
  bigint: () => column("t", "number", { name: "bigint" }),
  real: () => column("t", "number", { name: "real" }),
  double: () => column("t", "number", { name: "double" }),
  /** Exact; precision up to 38. */
  decimal: (precision: number, scale: number) =>
    column("t", "number", { name: "decimal", args: Object.freeze([precision, scale]) }),
  varchar: () => column("t", "text", { name: "varchar" }),
  varbinary: () => column("t", "binary", { name: "varbinary" }),
  uuid: () => column("t", "text", { name: "uuid" }),
  date: () => column("t", "date", { name: "date" }),
  /** Microseconds, the only precision that Iceberg keeps. */
  time: () => column("t", "time", { name: "time", args: [6] }),
  /** Without zone, microseconds. */
  timestamp: () => column("t", "instant", { name: "timestamp", args: [6] }),
  /** An instant, microseconds: `timestamp(6) with time zone`. */
  timestamptz: () => column("t", "instant", { name: "timestamp with time zone", args: [6] }),
  array: (element: AnyColumn): Column<"other", false> =>
    column("t", "other", { name: "array", element: element[COLUMN].type }),
  map: (key: AnyColumn, value: AnyColumn): Column<"other", false> =>
    column("t", "other", {
      name: "map",
      fields: [
        { name: "key", type: key[COLUMN].type },
        { name: "value", type: value[COLUMN].type },
      ],
    }),
  row: (fields: Readonly<Record<string, AnyColumn>>): Column<"other", false> =>
    column("t", "other", {
      name: "row",
      fields: Object.entries(fields).map(([name, field]) => ({ name, type: field[COLUMN].type })),
    }),
});
