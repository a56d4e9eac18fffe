import { mart, sql, t } from "odp";

export const days = mart("days", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select u.day from unnest(sequence(date '2026-01-01', date '2026-12-31')) as u (day)`,
});
