import { cron, email, mart, period, pipeline, report, secret, sql, t, weekly } from "odp";
import { carrierDays } from "../logistics/pipeline.ts";
import { wms } from "../shared/sources.ts";

/** What each carrier will charge, by day. */
export const carrierCosts = mart("carrier_costs", {
  columns: { day: t.date(), carrier: t.varchar(), cost: t.decimal(38, 2) },
  grain: ["day", "carrier"],
  sql: sql`
    select
        days.day,
        days.carrier,
        cast(days.weight * tariffs.price_per_kilogram as decimal(38, 2)) as cost
    from ${carrierDays} as days
    inner join ${wms.tariffs} as tariffs
        on days.carrier = tariffs.carrier`,
  allow: { "mart-reads-source": "tariffs are used as they are" },
});

/** Last week's costs, for the controllers. */
export const weeklyCosts = report("weekly_costs", {
  title: "Costs of carriers",
  sql: sql`select * from ${carrierCosts} where day >= cast(${period.start} as date) and day < cast(${period.end} as date)`,
  attach: "xlsx",
  whenEmpty: "fail",
  to: [email({ to: ["controlling@example.com"], via: secret("smtp") })],
  schedule: weekly("monday", "07:30", { zone: "Europe/Berlin" }),
});

export default pipeline("finance", {
  owner: "finance@example.com",
  schedule: cron("15 5 * * *", { zone: "Europe/Berlin" }),
  outputs: [weeklyCosts],
});
