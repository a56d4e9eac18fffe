import * as z from "zod";
import type { ConfigSpec, Versions } from "../../../dsl/config.ts";
import type { PostgresSpec, Table, TableOptions } from "../../../dsl/postgres.ts";
import {
  chosen,
  columns,
  count,
  described,
  duration,
  flag,
  formerNames,
  isMade,
  oneOf,
  options,
  raw,
  secret,
  text,
  texts,
} from "./parts.ts";

const tableOptions = options<TableOptions>({
  ...described,
  identity: oneOf("default", "full").optional(),
  keys: texts.optional(),
  estimatedRows: count.optional(),
  keepDeleted: duration.optional(),
  movedFrom: formerNames.optional(),
});

const tableWithOptions: z.ZodType = z.strictObject({
  kind: z.literal("table-options"),
  columns: columns("pg"),
  options: tableOptions,
});
const plainTable: z.ZodType = columns("pg");

/** A map of columns, or `table(columns, options)`; mistakes are told without the name of that call's argument. */
const table = chosen<Table | Table["columns"]>(
  (value) => (isMade(value, "table-options") ? tableWithOptions : plainTable),
  (value) => (isMade(value, "table-options") ? 1 : 0),
);

const tables = z.record(z.string(), table, { error: "tables by name" });

export const postgresSchema = options<PostgresSpec>({
  ...described,
  connection: secret,
  tables,
  schema: text.optional(),
  schemas: z.record(z.string(), tables, { error: "schemas by name" }).optional(),
  epoch: z.number({ error: "a number" }).optional(),
  commitEvery: duration.optional(),
  retention: duration.optional(),
  longestOutage: duration.optional(),
  maxSlotWalMegabytes: count.optional(),
  partitions: count.optional(),
  allowLoss: texts.optional(),
  connect: options<NonNullable<PostgresSpec["connect"]>>({
    source: raw.optional(),
    sink: raw.optional(),
  }).optional(),
  movedFrom: formerNames.optional(),
  protect: flag.optional(),
});

const version = <const Value extends string | number>(...values: readonly [Value, ...Value[]]) =>
  z.literal(values, { error: "one of the known words" }).optional();

export const configSchema = options<ConfigSpec>({
  project: text.regex(/^[a-z][a-z0-9_]*$/u, {
    error: "lower-case letters, digits and `_`, beginning with a letter",
  }),
  out: text.optional(),
  warehouse: text.optional(),
  catalog: text.optional(),
  catalogKind: oneOf("jdbc", "rest").optional(),
  googleProject: text.optional(),
  versions: options<Versions>({
    airflow: version("3.3"),
    trino: version(476),
    dbt: version("1.12"),
    debezium: version("3.7.0.Final"),
    kafka: version("4.3.1"),
    icebergSink: version("1.11.0", "1.12.0"),
    postgres: version(15, 16, 17),
  }).optional(),
  kafka: options<NonNullable<ConfigSpec["kafka"]>>({
    replicationFactor: count.optional(),
    topic: raw.optional(),
  }).optional(),
  maintenance: options<NonNullable<ConfigSpec["maintenance"]>>({
    at: text.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: 'a time of day such as `"02:30"`' }).optional(),
    zone: text.optional(),
    keepSnapshots: duration.optional(),
  }).optional(),
  trinoCatalog: raw.optional(),
  alerts: options<NonNullable<ConfigSpec["alerts"]>>({
    email: texts,
    via: secret,
    from: text.optional(),
  }).optional(),
  dbtSlots: count.optional(),
  supersetUrl: text
    .regex(/^https?:\/\/[^\s{}]+$/u, { error: 'an address such as `"https://superset.example.com"`' })
    .optional(),
  startDate: text.regex(/^\d{4}-\d{2}-\d{2}$/u, { error: 'a date such as `"2026-01-01"`' }).optional(),
  off: texts.optional(),
  entries: texts.optional(),
});
