import {
  action,
  chart,
  dashboard,
  email,
  filter,
  hourly,
  markdown,
  metric,
  monthly,
  onNewData,
  pipeline,
  report,
  secret,
  sql,
} from "odp";
import { cities, countHeads, note, sweep, tellClubs } from "./models.ts";

const look = {
  width: 3,
  cacheSeconds: 60,
  limit: 500,
  description: "As of the last run.",
  superset: { show_legend: true },
};

/** Every chart that the language has. */
export const atlas = dashboard("atlas", {
  title: "Atlas",
  description: "Members on a map of charts.",
  tags: ["members"],
  movedFrom: "members_map",
  personalData: { allow: ["city"], reason: "clubs know their own cities" },
  filters: [
    filter.time(cities.day, { default: "last 90 days", label: "Joined" }),
    filter.select(cities.city, { multiple: true, default: ["Kisumu"], label: "City" }),
    filter.range(cities.points, { label: "Points" }),
  ],
  rows: [
    [markdown("Cities are where members live.", { width: 12 })],
    [
      chart.bigNumberTrend({
        title: "Joined",
        metric: metric.max(cities.members),
        time: cities.day,
        grain: "month",
        compare: "previous period",
      }),
      chart.pivot({
        title: "By state",
        rows: [cities.city],
        columns: [cities.active],
        metrics: [metric.sum(cities.members)],
      }),
      chart.mixed({
        title: "Members and points",
        time: cities.day,
        grain: "week",
        y: metric.sum(cities.members),
        bars: metric.sum(cities.points),
        by: cities.city,
      }),
      chart.scatter({ title: "Points and members", x: cities.points, y: cities.members, by: cities.city }),
    ],
    [
      chart.funnel({ ...look, title: "Cities", by: cities.city, size: metric.countDistinct(cities.day) }),
      chart.heatmap({
        title: "Heat",
        x: cities.city,
        y: cities.active,
        metric: metric.min(cities.points),
        width: 3,
        cacheSeconds: 60,
        limit: 500,
        description: "As of the last run.",
        superset: { show_legend: true },
      }),
      chart.histogram({ title: "Rates", column: cities.rate, bins: 20, by: cities.city }),
      chart.raw({ title: "Anything", on: cities, type: "sunburst_v2", formData: { columns: ["city"] } }),
    ],
    [
      chart.bar({
        title: "Bars",
        x: cities.city,
        y: metric.percentile(cities.rate, 0.9, { label: "p90", format: ".1f" }),
        by: cities.active,
        sort: "ascending",
      }),
      chart.table({
        title: "Table",
        columns: [cities.city],
        metrics: [metric.sql(cities, sql`max_by(city, points)`)],
        sort: "descending",
      }),
    ],
  ],
});

/** The month, for the board. */
export const boardMail = report("board_mail", {
  title: "Members",
  description: "What the board reads.",
  owner: "board@example.com",
  tags: ["board"],
  movedFrom: "board_letter",
  personalData: { allow: ["city"], reason: "the board decides where clubs open" },
  sql: sql`select city, members from ${cities}`,
  attach: "table",
  whenEmpty: "send",
  to: [
    email({
      to: ["board@example.com"],
      via: secret("smtp"),
      subject: "Members",
      body: "Good morning.",
      with: { region: "west" },
    }),
  ],
  schedule: monthly(1, "07:00", { zone: "Africa/Nairobi" }),
});

/** Invites members again. */
export const recall = action("recall", {
  title: "Recall",
  description: "Writes to members who stay away.",
  owner: "clubs@example.com",
  tags: ["clubs"],
  movedFrom: "invite",
  freshWithin: "2d",
  personalData: { allow: ["city"], reason: "the letter names the club of the city" },
  file: "recall.ts",
  reads: [cities],
  params: { greeting: "hello" },
  schedule: hourly(45, { zone: "Africa/Nairobi" }),
});

export default pipeline("members", {
  description: "Everything about members.",
  owner: "members@example.com",
  movedFrom: "people",
  schedule: [hourly(15, { zone: "Africa/Nairobi" }), onNewData({ pollEvery: "5m" })],
  retries: 1,
  retryAfter: "3m",
  taskTimeout: "2h",
  outputs: [atlas, boardMail, recall, tellClubs, sweep, countHeads, note],
  allowLargeDag: true,
});
