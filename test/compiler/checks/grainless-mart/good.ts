import { mart, sql, t, test } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint().unique() },
  sql: sql`select o.id from ${orders} as o`,
});
export const tested = mart("tested", {
  columns: { id: t.bigint() },
  tests: [test.unique(["id"])],
  sql: sql`select o.id from ${orders} as o`,
});
