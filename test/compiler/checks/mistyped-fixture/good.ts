import { given, mart, sql, t, unitTest } from "odp";
import { orders } from "../shop.ts";

export const paid = mart("paid", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select distinct o.day from ${orders} as o`,
  unitTests: [
    unitTest("finds days", {
      given: [
        given(orders, [
          {
            id: "1",
            total: 2.5,
            day: "2026-01-31",
            created_at: "2026-01-31 06:00:00 Africa/Nairobi",
            status: null,
          },
        ]),
      ],
      expect: [{ day: "2026-01-31" }],
    }),
  ],
});
