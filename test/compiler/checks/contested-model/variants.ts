import { cron, mart, pipeline, report, run, seed, sql, sqlFile, step, t } from "odp";
import { daily, orders } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });
const of = (name: string, ...outputs: Parameters<typeof pipeline>[1]["outputs"]) =>
  pipeline(name, { owner: "data@example.com", schedule, outputs });
const reading = (name: string) =>
  mart(name, { columns: { id: t.bigint() }, grain: ["id"], sql: sql`select o.id from ${orders} as o` });
const mail = (name: string) =>
  report(name, {
    title: name,
    sql: sql`select d.day from ${daily} as d`,
    attach: "csv",
    whenEmpty: "skip",
    to: [],
    schedule,
  });

export const variants = {
  "a staging model below two marts": () => [of("a", reading("a1")), of("b", reading("b1"))],
  "below two reports": () => [of("a", mail("one")), of("b", mail("two"))],
  "named in files": () => ({
    exports: [
      daily,
      of("a", mart("a1", { columns: { day: t.date() }, grain: ["day"], sql: sqlFile("a.sql") })),
      of("b", mail("two")),
    ],
    files: { "a.sql": "select d.day from daily as d" },
  }),
  "a seed": () => {
    const targets = seed("targets", { columns: { id: t.bigint() }, grain: ["id"], rows: [{ id: 1 }] });
    const above = (name: string) =>
      mart(name, { columns: { id: t.bigint() }, grain: ["id"], sql: sql`select x.id from ${targets} as x` });
    return [of("a", above("a1")), of("b", above("b1"))];
  },
  "three pipelines of a loop": () => ["a", "b", "c"].map((name) => of(name, mail(`mail_${name}`))),
  "below a step": () => [
    of("a", step("score", { run: run.shell("score"), reads: [daily] })),
    of("b", mail("two")),
  ],
};
