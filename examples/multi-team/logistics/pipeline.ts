import { chart, dashboard, incremental, mart, metric, onNewData, pipeline, sql, t } from "odp";
import { stgShipments } from "../shared/staging.ts";
import { floor, packing, payBonus } from "./floor.ts";
import { noteLoad, planRoutes, sweepLabels, tellCarriers } from "./steps.ts";

/** Weight and shipments by day and carrier. */
export const carrierDays = mart("carrier_days", {
  columns: { day: t.date(), carrier: t.varchar(), shipments: t.bigint(), weight: t.decimal(38, 3) },
  grain: ["day", "carrier"],
  materialize: incremental({ period: "day", recompute: "14 days", zone: "Europe/Berlin" }),
  sql: sql`
    select
        day,
        carrier,
        count(*) as shipments,
        sum(weight) as weight
    from ${stgShipments}
    group by 1, 2`,
});

/** What moved. */
export const throughput = dashboard("throughput", {
  title: "Throughput",
  freshWithin: "3h",
  rows: [[chart.area({ title: "Weight", time: carrierDays.day, grain: "day", y: metric.sum(carrierDays.weight), by: carrierDays.carrier })]],
});

export default pipeline("logistics", {
  description: "What moves, and who moves it.",
  owner: "logistics@example.com",
  movedFrom: "shipping",
  schedule: onNewData(),
  // The staging model and the mart are built here; finance waits for them.
  outputs: [
    throughput,
    floor,
    carrierDays,
    stgShipments,
    packing,
    payBonus,
    tellCarriers,
    sweepLabels,
    planRoutes,
    noteLoad,
  ],
  granularity: "model",
  // A task for each model, however many there will be.
  allowLargeDag: true,
});
