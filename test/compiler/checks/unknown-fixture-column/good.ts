import { given, history, mart, sql, t, unitTest } from "odp";
import { orders, shop } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o join ${history(shop.orders)} as h on h.id = o.id`,
  unitTests: [
    unitTest("works", {
      given: [given(orders, [{ id: 1 }]), given(history(shop.orders), [{ id: 1, _is_current: true }])],
      expect: [{ id: 1 }],
    }),
  ],
});
