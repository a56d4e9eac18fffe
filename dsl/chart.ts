import type { ValueKind } from "./column.ts";
import { erased } from "./erase.ts";
import type { Metric, RelationOf } from "./metric.ts";
import type { ColumnRef } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Raw } from "./values.ts";

export type TimeGrain = "hour" | "day" | "week" | "month" | "quarter" | "year";

/** What a line is compared with; `previous period` is one grain before. */
export type Comparison = "previous period" | "previous week" | "previous month" | "previous year";

interface Common {
  readonly title: string;
  readonly description?: string;
  /** Width in twelfths of the row. Default: an equal share. */
  readonly width?: number;
  /** Seconds that its result is cached; it counts for the age. Default: 0. */
  readonly cacheSeconds?: number;
  /** Rows at most. Default: 10,000. */
  readonly limit?: number;
  /** Raw form data of Superset. */
  readonly superset?: Raw;
}

type AnyColumnRef<R extends string> = ColumnRef<R, string, ValueKind>;
type TimeColumn<R extends string> = ColumnRef<R, string, "date" | "instant">;
type NumberColumn<R extends string> = ColumnRef<R, string, "number">;
type Several<T> = T | readonly T[];

export type Direction = "ascending" | "descending";

interface TimeSeries<R extends string> extends Common {
  /** The time axis: a date or an instant. */
  readonly time: TimeColumn<R>;
  readonly grain: TimeGrain;
  readonly y: Several<Metric<NoInfer<R>>>;
  readonly by?: Several<AnyColumnRef<NoInfer<R>>>;
  /** Draws the same time before beside it; the dashboard needs a filter of time with a default that ends. */
  readonly compare?: Comparison;
}
interface Categories<R extends string> extends Common {
  readonly x: AnyColumnRef<R>;
  /** Where `x` is a time: what one bar spans. */
  readonly grain?: TimeGrain;
  readonly y: Several<Metric<NoInfer<R>>>;
  readonly by?: Several<AnyColumnRef<NoInfer<R>>>;
  /** By the first metric. Default: by `x`. */
  readonly sort?: Direction;
  /** Puts the parts of `by` on each other. Default: true. */
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
}
interface Parts<R extends string> extends Common {
  readonly by: Several<AnyColumnRef<R>>;
  readonly size: Metric<NoInfer<R>>;
}

/** Charts by kind and what each is told. `R` is the one relation that a chart reads. */
export interface ChartSpecs<R extends string> {
  readonly bigNumber: Common & { readonly metric: Metric<R> };
  /** The newest value, the line that led to it, and how much it differs from the period before. */
  readonly bigNumberTrend: Common & {
    readonly metric: Metric<R>;
    readonly time: TimeColumn<NoInfer<R>>;
    readonly grain: TimeGrain;
    readonly compare?: "previous period";
  };
  /** Rows as they are, or, with metrics, one row for each combination of the columns. */
  readonly table: Common & {
    readonly columns: readonly AnyColumnRef<R>[];
    readonly metrics?: readonly Metric<NoInfer<R>>[];
    /** A column, or with metrics one of them. Default: the first metric; without metrics no order. */
    readonly sortBy?: AnyColumnRef<NoInfer<R>> | Metric<NoInfer<R>>;
    /** Default: `descending`. */
    readonly sort?: Direction;
    /** A last row over all rows, computed by Trino; needs metrics. */
    readonly totals?: boolean;
  };
  readonly pivot: Common & {
    readonly rows: readonly AnyColumnRef<R>[];
    readonly columns: readonly AnyColumnRef<NoInfer<R>>[];
    readonly metrics: readonly Metric<NoInfer<R>>[];
    /** Sums of rows and columns; right for sums and counts only. */
    readonly totals?: boolean;
  };
  readonly bar: Categories<R>;
  readonly line: TimeSeries<R>;
  /** `stacked`: puts the parts of `by` on each other. Default: true. */
  readonly area: Omit<TimeSeries<R>, "compare"> & { readonly stacked?: boolean };
  /** Lines and bars over one time, each with an axis of its own. */
  readonly mixed: Omit<TimeSeries<R>, "compare"> & { readonly bars: Several<Metric<NoInfer<R>>> };
  /** A point for each value of `x`. */
  readonly scatter: Common & {
    readonly x: ColumnRef<R, string, "number" | "date" | "instant">;
    readonly y: Several<Metric<NoInfer<R>>>;
    readonly by?: AnyColumnRef<NoInfer<R>>;
  };
  readonly pie: Parts<R> & { readonly donut?: boolean };
  readonly funnel: Parts<R>;
  readonly treemap: Parts<R>;
  readonly heatmap: Common & {
    readonly x: AnyColumnRef<R>;
    readonly y: AnyColumnRef<NoInfer<R>>;
    readonly metric: Metric<NoInfer<R>>;
  };
  readonly histogram: Common & {
    readonly column: NumberColumn<R>;
    readonly bins?: number;
    readonly by?: AnyColumnRef<NoInfer<R>>;
  };
  readonly boxPlot: Common & {
    readonly x: AnyColumnRef<R>;
    readonly y: Metric<NoInfer<R>>;
    readonly over: AnyColumnRef<NoInfer<R>>;
  };
  /** A chart that the language has no word for. */
  readonly raw: Common & {
    readonly on: RelationOf<R>;
    /** Superset's name of the type, for example `"world_map"`. */
    readonly type: string;
    readonly formData: Readonly<Record<string, unknown>>;
  };
}

export type ChartKind = keyof ChartSpecs<string>;

/** A chart, as the compiler sees it. */
export interface Chart {
  readonly kind: "chart";
  readonly type: ChartKind;
  readonly spec: Common & Readonly<Record<string, unknown>>;
  readonly site: Site;
}

type MakeChart<K extends ChartKind> = <R extends string>(spec: ChartSpecs<R>[K]) => Chart;

function maker<K extends ChartKind>(type: K): MakeChart<K> {
  const make: MakeChart<K> = (spec) =>
    Object.freeze({
      kind: "chart",
      type,
      spec: erased<Chart["spec"]>(Object.freeze({ ...spec })),
      site: callSite(make),
    });
  return make;
}

/** Charts of a dashboard. All columns and metrics of one chart come from one relation. */
export const chart: { readonly [K in ChartKind]: MakeChart<K> } = Object.freeze({
  bigNumber: maker("bigNumber"),
  bigNumberTrend: maker("bigNumberTrend"),
  table: maker("table"),
  pivot: maker("pivot"),
  bar: maker("bar"),
  line: maker("line"),
  area: maker("area"),
  mixed: maker("mixed"),
  scatter: maker("scatter"),
  pie: maker("pie"),
  funnel: maker("funnel"),
  treemap: maker("treemap"),
  heatmap: maker("heatmap"),
  histogram: maker("histogram"),
  boxPlot: maker("boxPlot"),
  raw: maker("raw"),
});
