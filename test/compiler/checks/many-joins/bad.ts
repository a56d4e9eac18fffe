import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

const joins = Array.from({ length: 13 }, () => sql` join ${orders} as o using (id)`).reduce(
  (all, one) => sql`${all}${one}`,
);

export const wide = mart("wide", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select id from ${orders} as o ${joins}`,
});
