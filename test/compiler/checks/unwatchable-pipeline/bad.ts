import { mart, onNewData, pipeline, seed, sql, t } from "odp";

export const values = seed("target_values", {
  columns: { day: t.date() },
  grain: ["day"],
  rows: [{ day: "2026-01-01" }],
});
export const targets = mart("targets", {
  columns: { day: t.date() },
  grain: ["day"],
  sql: sql`select v.day from ${values} as v`,
});

export default pipeline("targets", { owner: "data@example.com", schedule: onNewData(), outputs: [targets] });
