import { mart, sql, t, test } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
  tests: [test.rowCount({ min: 100, max: 10 })],
});
