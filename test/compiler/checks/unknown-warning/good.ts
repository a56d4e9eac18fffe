import { mart, sql, t } from "odp";
import { shop } from "../shop.ts";

export const wide = mart("wide", {
  columns: { id: t.uuid(), country: t.varchar() },
  grain: ["id"],
  sql: sql`select * from ${shop.customers}`,
  allow: { "starred-source": "it is a copy for the auditors, whatever the columns are" },
});
