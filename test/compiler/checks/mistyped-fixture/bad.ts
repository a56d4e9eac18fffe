import { given, mart, sql, t, unitTest } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select distinct o.day from ${orders} as o`,
  unitTests: [
    unitTest("finds days", {
      given: [given(orders, [{ day: "31.01.2026" }])],
      expect: [{ day: "2026-01-31" }],
    }),
  ],
});
