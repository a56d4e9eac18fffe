import { given, mart, sql, t, unitTest } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o where o.status = 'paid'`,
  unitTests: [
    unitTest("counts paid orders only", {
      // @ts-expect-error -- for those who skip the type check
      given: [given(orders, [{ id: 1, state: "paid" }])],
      expect: [{ id: 1 }],
    }),
  ],
});
