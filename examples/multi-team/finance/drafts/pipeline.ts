import { daily, mart, pipeline, sql, t } from "odp";
import { carrierCosts } from "../pipeline.ts";

/** A draft: `entries` of the configuration leaves it out until it is agreed on. */
export const carrierShare = mart("carrier_share", {
  columns: { carrier: t.varchar(), cost: t.decimal(38, 2) },
  grain: ["carrier"],
  sql: sql`select carrier, sum(cost) as cost from ${carrierCosts} group by 1`,
});

export default pipeline("finance_drafts", {
  owner: "finance@example.com",
  schedule: daily("06:00", { zone: "Europe/Berlin" }),
  outputs: [carrierShare],
});
