import { bucket, cron, email, mart, monthly, parameter, period, pipeline, report, secret, sql, t, weekly, webhook } from "odp";
import { carrierDays } from "../logistics/pipeline.ts";
import { carrierNames, wms } from "../shared/sources.ts";

/** What each carrier will charge, by day. */
export const carrierCosts = mart("carrier_costs", {
  columns: { day: t.date(), carrier: t.varchar(), cost: t.decimal(38, 2) },
  grain: ["day", "carrier"],
  sql: sql`
    select
        days.day,
        names.title as carrier,
        cast(days.weight * tariffs.price_per_kilogram as decimal(38, 2)) as cost
    from ${carrierDays} as days
    inner join ${wms.tariffs} as tariffs
        on days.carrier = tariffs.carrier
    inner join ${carrierNames} as names
        on days.carrier = names.carrier`,
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

export const boardCosts = report("board_costs", {
  title: "Costs of the month",
  description: "What the board reads on the second.",
  owner: "controlling@example.com",
  tags: ["board"],
  movedFrom: "board_letter",
  sql: sql`select carrier, sum(cost) as cost from ${carrierCosts} where day >= cast(${period.start} as date) and day < cast(${period.end} as date) and carrier <> ${parameter("without")} group by 1`,
  attach: "table",
  sizeLimitMegabytes: 2,
  whenEmpty: "send",
  to: [
    email({
      to: ["board@example.com"],
      via: secret("smtp"),
      from: "finance@example.com",
      subject: "Costs of carriers, {period}",
      body: "Good morning. These are the costs from {periodStart} to {periodEnd}, without {without}.",
      with: { without: "own fleet" },
    }),
    webhook({ url: secret("board_channel"), with: { without: "nobody" } }),
    bucket({ path: "board/costs", with: { without: "nobody" } }),
  ],
  schedule: monthly(2, "07:00", { zone: "Europe/Berlin" }),
});

export default pipeline("finance", {
  owner: "finance@example.com",
  schedule: cron("15 5 * * *", { zone: "Europe/Berlin" }),
  retries: 1,
  retryAfter: "5m",
  taskTimeout: "2h",
  outputs: [
    weeklyCosts,
    boardCosts,
  ],
});
