// Declarations with a schedule, for variants that differ in it.
import { cron, pipeline, report, sql } from "odp";
import type { PipelineSpec } from "../../../dsl/pipeline.ts";
import type { ReportSpec } from "../../../dsl/report.ts";
import { daily } from "./shop.ts";

/** A pipeline that builds `daily`. */
export function dailyPipeline(spec: Partial<PipelineSpec>) {
  return pipeline("shop", {
    owner: "data@example.com",
    schedule: cron("0 6 * * *", { zone: "UTC" }),
    outputs: [daily],
    ...spec,
  });
}

/** A report that reads `daily`. */
export function dailyReport(spec: Partial<ReportSpec>) {
  return report("mail", {
    title: "Mail",
    sql: sql`select d.day from ${daily} as d`,
    attach: "csv",
    whenEmpty: "skip",
    to: [],
    schedule: cron("0 9 * * *", { zone: "UTC" }),
    ...spec,
  });
}
