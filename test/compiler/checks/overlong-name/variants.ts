import { cron, defineConfig, mart, pg, pipeline, postgres, report, secret, sql, t } from "odp";
import { daily, orders } from "../shop.ts";
import { ordersWith } from "../table.ts";

const long = (length: number) => "a".repeat(length);
const source = (name: string, tables: Readonly<Record<string, never>>) =>
  postgres(name, { connection: secret("db"), tables });
const keyed = { id: pg.bigint().primaryKey() } as never;

export const variants = {
  "a table of PostgreSQL": () => [source("crm", { [long(64)]: keyed })],
  "a topic, from three names": () => [
    postgres(long(40), { connection: secret("db"), schema: long(60), tables: { [long(63)]: keyed } }),
    postgres("crm", { connection: secret("db"), schema: long(190), tables: { [long(60)]: keyed } }),
  ],
  "a slot, through the epoch": () => [
    postgres(long(52), { connection: secret("db"), epoch: 1000, tables: { orders: keyed } }),
  ],
  "a slot, through the project": () => ({
    exports: ordersWith({}),
    config: defineConfig({ project: long(60) }),
  }),
  "a model": () => [
    mart(long(129), {
      columns: { id: t.bigint() },
      grain: ["id"],
      sql: sql`select o.id from ${orders} as o`,
    }),
  ],
  "a DAG": () => [
    pipeline(long(250), {
      owner: "data@example.com",
      schedule: cron("0 6 * * *", { zone: "UTC" }),
      outputs: [daily],
    }),
  ],
  "a report": () => [
    report(long(240), {
      title: "Mail",
      sql: sql`select d.day from ${daily} as d`,
      attach: "csv",
      whenEmpty: "skip",
      to: [],
      schedule: [],
    }),
  ],
};
