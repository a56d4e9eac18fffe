import type { Chart, Comparison, TimeGrain } from "../../../dsl/chart.ts";
import type { Metric } from "../../../dsl/metric.ts";
import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { SupersetObject } from "../superset.ts";

/** What a chart has to know of its dashboard. */
export interface ChartContext {
  /** Name of the saved metric. */
  readonly nameOf: (metric: Metric) => string;
  /** The column that the dashboard's filter of time works on in this chart; null where it has none. */
  readonly timeColumn: string | null;
  /** The range that this filter begins with. */
  readonly timeRange: string;
}

/** The parts of a chart's spec as form data: names of columns and saved metrics, and what several kinds share. */
export interface ChartReader {
  readonly spec: Chart["spec"];
  readonly column: (property: string) => string;
  readonly columns: (property: string) => readonly string[];
  readonly metric: (property: string) => string;
  readonly metrics: (property: string) => readonly string[];
  readonly grain: () => SupersetObject;
  readonly timeAxis: () => SupersetObject;
  /** A filter of time, most often one of no effect: without it a dashboard's filter of time does nothing either. */
  readonly filters: () => SupersetObject;
  readonly limit: () => SupersetObject;
  /** Metrics by an axis. */
  readonly series: () => SupersetObject;
  /** One metric by what it is divided into. */
  readonly parts: () => SupersetObject;
}

/** Formats where a metric says none. */
export const NUMBER = "SMART_NUMBER";
export const TIME = "smart_date";

export const AXES = {
  truncate_metric: true,
  show_legend: true,
  rich_tooltip: true,
  x_axis_time_format: TIME,
  y_axis_format: NUMBER,
} as const;

const GRAINS: Readonly<Record<TimeGrain, string>> = {
  hour: "PT1H",
  day: "P1D",
  week: "P1W",
  month: "P1M",
  quarter: "P3M",
  year: "P1Y",
};

/** Before how long each grain's own period began; Superset knows no quarters there. */
const BEFORE: Readonly<Record<TimeGrain, string>> = {
  hour: "1 hour ago",
  day: "1 day ago",
  week: "1 week ago",
  month: "1 month ago",
  quarter: "3 months ago",
  year: "1 year ago",
};

export function chartReader({ spec }: Chart, context: ChartContext): ChartReader {
  const { nameOf, timeColumn, timeRange } = context;
  const grain = spec.grain as TimeGrain | undefined;
  const compare = spec.compare as Comparison | undefined;
  const columns = (property: string) =>
    several(spec[property])
      .filter(isColumnRef)
      .map((column) => column[COLUMN].name);
  const metrics = (property: string) => several(spec[property]).map((metric) => nameOf(metric as Metric));
  const column = (property: string) => columns(property)[0] ?? "";
  const metric = (property: string) => metrics(property)[0] ?? "";
  // A comparison has no meaning without an end, so its chart has the range by itself, outside of the dashboard too.
  const range = compare === undefined ? "No filter" : timeRange;
  const filters = () => ({ adhoc_filters: timeColumn === null ? [] : [timeFilter(timeColumn, range)] });
  const before = () => {
    if (compare === undefined || grain === undefined) return {};
    const unit = compare === "previous period" ? grain : (compare.replace("previous ", "") as TimeGrain);
    return { time_compare: [BEFORE[unit]], comparison_type: "values" };
  };
  const limit = () => ({ row_limit: spec.limit ?? 10_000 });
  return {
    spec,
    column,
    columns,
    metric,
    metrics,
    filters,
    limit,
    grain: () => (grain === undefined ? {} : { time_grain_sqla: GRAINS[grain] }),
    timeAxis: () => ({
      x_axis: column("time"),
      ...(grain === undefined ? {} : { time_grain_sqla: GRAINS[grain] }),
    }),
    series: () => ({
      metrics: metrics("y"),
      groupby: columns("by"),
      ...filters(),
      ...limit(),
      order_desc: true,
      ...before(),
      ...AXES,
    }),
    parts: () => ({
      metric: metric("size"),
      groupby: columns("by"),
      ...filters(),
      ...limit(),
      sort_by_metric: true,
    }),
  };
}

function timeFilter(column: string, range: string): SupersetObject {
  return {
    clause: "WHERE",
    expressionType: "SIMPLE",
    subject: column,
    operator: "TEMPORAL_RANGE",
    comparator: range,
  };
}

function several(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
