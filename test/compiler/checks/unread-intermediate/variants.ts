import { intermediate, sql, sqlFile, t } from "odp";
import { dailyPipeline } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const make = (name: string) =>
  intermediate(name, {
    columns: { id: t.bigint() },
    grain: ["id"],
    sql: sql`select o.id from ${orders} as o`,
  });

export const variants = {
  "beside a mart": () => [daily, make("int_paid")],
  "stored as a table": () => [
    intermediate("int_paid", {
      columns: { id: t.bigint() },
      grain: ["id"],
      materialize: "table",
      sql: sql`select o.id from ${orders} as o`,
    }),
  ],
  "of a loop": () => ["int_a", "int_b"].map(make),
  "listed by name": () => [dailyPipeline({ outputs: [daily, make("int_paid")] })],
  "with its SQL in a file": () => ({
    exports: [
      orders,
      intermediate("int_paid", { columns: { id: t.bigint() }, grain: ["id"], sql: sqlFile("a.sql") }),
    ],
    files: { "a.sql": "select id from stg_orders" },
  }),
};
