import { mart, sql, t } from "odp";

export { shop } from "../shop.ts";

export const versions = mart("versions", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select h.id from history("shop.orders") as h`,
});
