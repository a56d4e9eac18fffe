import { mart, sql, t } from "odp";

export { shop } from "../shop.ts";

export const cheap = mart("cheap", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select e.id from expensive as e`,
});
export const expensive = mart("expensive", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select c.id from cheap as c`,
});
