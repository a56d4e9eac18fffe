import { cron, mart, pipeline, sql, t } from "odp";
import { daily, orders } from "../shop.ts";

export const weekly = mart("weekly", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
});

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: cron("0 6 * * *", { zone: "UTC" }),
  outputs: [daily, weekly],
});
