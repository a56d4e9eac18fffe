import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export { orders };

export const versions = mart("versions", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select h.id from history(stg_orders) as h`,
});
