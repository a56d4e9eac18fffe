import { mart, sql, t } from "odp";
import { shop } from "../shop.ts";

export { shop };

export const revenue = mart("revenue", {
  columns: { id: t.bigint() },
  grain: ["id"],
  // @ts-expect-error -- for those who skip the type check
  sql: sql`select o.id from ${shop.order} as o`,
});
