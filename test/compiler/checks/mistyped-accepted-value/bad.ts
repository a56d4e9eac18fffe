import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const ranks = mart("ranks", {
  columns: { id: t.bigint(), rank: t.integer().accepted("1", "2") },
  grain: ["id"],
  sql: sql`select o.id, 1 as rank from ${orders} as o`,
});
