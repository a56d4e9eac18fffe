import { given, mart, sql, t, unitTest } from "odp";
import { daily, orders } from "../shop.ts";

export { daily };

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.status = 'paid'`,
  unitTests: [
    unitTest("counts paid orders only", {
      given: [given(orders, []), given(daily, [{ status: "paid" }])],
      expect: [],
    }),
  ],
});
