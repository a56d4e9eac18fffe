import { action, chart, dashboard, filter, hourly, mart, markdown, metric, sql, staging, t } from "odp";
import { holidays, wms } from "../shared/sources.ts";
import { stgShipments } from "../shared/staging.ts";

/** Shifts, by the day on which they began in Berlin. */
export const stgShifts = staging("stg_shifts", {
  columns: {
    shift_id: t.bigint(),
    packer: t.varchar().pii("name"),
    hall: t.varchar(),
    is_night: t.boolean(),
    parcels: t.integer(),
    hours: t.double().describe("Breaks left out."),
    day: t.date(),
  },
  grain: ["shift_id"],
  sql: sql`
    select
        id as shift_id,
        packer,
        hall,
        is_night,
        parcels,
        hours,
        cast(began_at at time zone 'Europe/Berlin' as date) as day
    from ${wms.shifts}`,
});

export const packing = mart("packing", {
  description: "What each packer packed on working days.",
  columns: {
    day: t.date(),
    packer: t.varchar().pii("name"),
    hall: t.varchar(),
    is_night: t.boolean(),
    parcels: t.bigint(),
    hours: t.double(),
  },
  grain: ["day", "packer", "hall", "is_night"],
  sql: sql`
    select
        shifts.day,
        shifts.packer,
        shifts.hall,
        shifts.is_night,
        sum(shifts.parcels) as parcels,
        sum(shifts.hours) as hours
    from ${stgShifts} as shifts
    left join ${holidays} as holidays
        on shifts.day = holidays.day
        and shifts.hall = holidays.hall
    where holidays.day is null
    group by 1, 2, 3, 4`,
  contract: false,
  takes: "3m",
  partitionBy: ["month(day)"],
});

/** The screen above the packing tables: every chart that somebody asked for. */
export const floor = dashboard("floor", {
  title: "Floor",
  description: "Who packs, where, and how fast.",
  tags: ["halls"],
  movedFrom: "packing_screen",
  personalData: { allow: ["name"], reason: "packers see their own numbers, and agreed to it" },
  filters: [
    filter.time(packing.day, { default: "last 90 days", label: "Working day" }),
    filter.select(packing.hall, { multiple: true, default: ["north"], label: "Hall" }),
    filter.range(packing.parcels, { label: "Parcels of a shift" }),
  ],
  rows: [
    [markdown("Numbers of working days; holidays are left out.", { width: 8 })],
    [
      chart.bigNumberTrend({ title: "Parcels", metric: metric.sum(packing.parcels), time: packing.day, grain: "month", compare: "previous period" }),
      chart.pivot({ title: "Halls by shift", rows: [packing.hall], columns: [packing.is_night], metrics: [metric.sum(packing.parcels)] }),
      chart.mixed({
        title: "Parcels and hours",
        time: packing.day,
        grain: "week",
        y: metric.sum(packing.parcels),
        bars: metric.sum(packing.hours),
        by: packing.hall,
      }),
      chart.scatter({ title: "Hours against parcels", x: packing.hours, y: metric.sum(packing.parcels), by: packing.hall }),
    ],
    [
      chart.funnel({ title: "Working days by hall", by: packing.hall, size: metric.countDistinct(packing.day) }),
      chart.heatmap({
        title: "Slowest shifts",
        description: "The fewest parcels of one shift.",
        x: packing.hall,
        y: packing.is_night,
        metric: metric.min(packing.parcels),
        width: 3,
        cacheSeconds: 60,
        limit: 500,
        superset: { show_percentage: false },
      }),
      chart.histogram({ title: "Length of shifts", column: packing.hours, bins: 20, by: packing.hall }),
      chart.raw({ title: "Halls and shifts", on: packing, type: "sunburst_v2", formData: { columns: ["hall", "is_night"] } }),
    ],
    [
      chart.bar({
        title: "Best packers",
        x: packing.packer,
        y: metric.percentile(packing.parcels, 0.9, { label: "p90", format: ".1f" }),
        by: packing.is_night,
        sort: "ascending",
        stacked: false,
      }),
      chart.table({
        title: "Newest day of each hall",
        columns: [packing.hall],
        metrics: [metric.max(packing.day), metric.sql(packing, sql`max_by(packer, parcels)`)],
        sort: "ascending",
      }),
      chart.table({ title: "Shipments", columns: [stgShipments.shipment_id, stgShipments.carrier, stgShipments.day], limit: 50 }),
    ],
  ],
});

export const payBonus = action("pay_bonus", {
  title: "Bonus",
  description: "Tells the payroll who packed most.",
  owner: "people@example.com",
  tags: ["payroll"],
  movedFrom: "pay_extra",
  freshWithin: "3d",
  personalData: { allow: ["name"], reason: "the payroll knows the packers" },
  file: "pay_bonus.ts",
  reads: [packing],
  params: { currency: "EUR" },
  schedule: hourly(45, { zone: "Europe/Berlin" }),
});
