import type { Chart, TimeGrain } from "../../../dsl/chart.ts";
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
}

/** The parts of a chart's spec as form data: names of columns and saved metrics, and what several kinds share. */
export interface ChartReader {
  readonly spec: Chart["spec"];
  readonly column: (property: string) => string;
  readonly columns: (property: string) => readonly string[];
  readonly metric: (property: string) => string;
  readonly metrics: (property: string) => readonly string[];
  readonly timeAxis: () => SupersetObject;
  /** A filter of time that changes nothing by itself: without it a dashboard's filter of time does nothing either. */
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

export function chartReader({ spec }: Chart, { nameOf, timeColumn }: ChartContext): ChartReader {
  const columns = (property: string) =>
    several(spec[property])
      .filter(isColumnRef)
      .map((column) => column[COLUMN].name);
  const metrics = (property: string) => several(spec[property]).map((metric) => nameOf(metric as Metric));
  const column = (property: string) => columns(property)[0] ?? "";
  const metric = (property: string) => metrics(property)[0] ?? "";
  const filters = () => ({ adhoc_filters: timeColumn === null ? [] : [anyTime(timeColumn)] });
  const limit = () => ({ row_limit: spec.limit ?? 10_000 });
  return {
    spec,
    column,
    columns,
    metric,
    metrics,
    filters,
    limit,
    timeAxis: () => ({ x_axis: column("time"), time_grain_sqla: GRAINS[spec.grain as TimeGrain] }),
    series: () => ({
      metrics: metrics("y"),
      groupby: columns("by"),
      ...filters(),
      ...limit(),
      order_desc: true,
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

function anyTime(column: string): SupersetObject {
  return {
    clause: "WHERE",
    expressionType: "SIMPLE",
    subject: column,
    operator: "TEMPORAL_RANGE",
    comparator: "No filter",
  };
}

function several(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
