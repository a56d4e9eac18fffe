import { mart, sql, t } from "odp";
import { shop } from "../shop.ts";

export const paid = mart("paid", {
  columns: { id: t.uuid(), country: t.varchar() },
  grain: ["id"],
  sql: sql`select * from ${shop.customers}`,
});
