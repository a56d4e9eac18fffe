// Form data of each kind of chart: what is asked for, and how it looks. Keys and values are those of Superset 6.1.0.
import type { Chart, ChartKind } from "../../../dsl/chart.ts";
import type { SupersetObject, SupersetValue } from "../superset.ts";
import {
  AXES,
  type ChartContext,
  type ChartReader,
  chartReader,
  NUMBER,
  TIME,
} from "./superset-chart-reader.ts";

/** Form data of a chart, with `viz_type` first. */
export function formData(chart: Chart, context: ChartContext): SupersetObject {
  return { ...MAKERS[chart.type](chartReader(chart, context)), ...raw(chart) };
}

type Make = (chart: ChartReader) => SupersetObject;

const SIZES = { header_font_size: 0.4, subheader_font_size: 0.15 } as const;
const table: Make = (chart) => {
  const metrics = chart.metrics("metrics");
  const isRaw = metrics.length === 0;
  const isDescending = chart.spec.sort !== "ascending";
  const [sortColumn] = chart.columns("sortBy");
  const [sortMetric = metrics[0]] = isRaw || sortColumn !== undefined ? [] : chart.metrics("sortBy");
  return {
    viz_type: "table",
    query_mode: isRaw ? "raw" : "aggregate",
    groupby: isRaw ? [] : chart.columns("columns"),
    metrics,
    all_columns: isRaw ? chart.columns("columns") : [],
    percent_metrics: [],
    ...(isRaw || sortMetric === undefined ? {} : { timeseries_limit_metric: sortMetric }),
    order_by_cols: isRaw && sortColumn !== undefined ? [JSON.stringify([sortColumn, !isDescending])] : [],
    order_desc: isDescending,
    ...chart.filters(),
    ...chart.limit(),
    server_pagination: false,
    show_totals: chart.spec.totals === true,
    page_length: 20,
    table_timestamp_format: TIME,
  };
};

const bar: Make = (chart) => {
  const isAscending = chart.spec.sort === "ascending";
  const isSplit = chart.columns("by").length > 0;
  // Superset sorts the bars of one series by a metric, those of several by their sum.
  const order = isSplit
    ? { x_axis_sort_series: "sum", x_axis_sort_series_ascending: isAscending }
    : { x_axis_sort: chart.metrics("y")[0] ?? "", x_axis_sort_asc: isAscending };
  return {
    viz_type: "echarts_timeseries_bar",
    x_axis: chart.column("x"),
    ...chart.grain(),
    ...chart.series(),
    ...(chart.spec.sort === undefined ? {} : order),
    ...(isSplit && chart.spec.stacked !== false ? { stack: "Stack" } : {}),
    orientation: chart.spec.horizontal === true ? "horizontal" : "vertical",
  };
};

const MAKERS: Readonly<Record<ChartKind, Make>> = {
  bigNumber: (chart) => ({
    viz_type: "big_number_total",
    metric: chart.metric("metric"),
    ...chart.filters(),
    y_axis_format: NUMBER,
    time_format: TIME,
    ...SIZES,
  }),
  bigNumberTrend: (chart) => ({
    viz_type: "big_number",
    metric: chart.metric("metric"),
    ...chart.timeAxis(),
    ...chart.filters(),
    ...(chart.spec.compare === undefined
      ? {}
      : { compare_lag: 1, compare_suffix: `vs previous ${String(chart.spec.grain)}` }),
    aggregation: "LAST_VALUE",
    show_trend_line: true,
    start_y_axis_at_zero: true,
    y_axis_format: NUMBER,
    time_format: TIME,
    ...SIZES,
  }),
  table,
  pivot: (chart) => ({
    viz_type: "pivot_table_v2",
    groupbyRows: chart.columns("rows"),
    groupbyColumns: chart.columns("columns"),
    metrics: chart.metrics("metrics"),
    metricsLayout: "COLUMNS",
    ...chart.filters(),
    ...chart.limit(),
    order_desc: true,
    aggregateFunction: "Sum",
    valueFormat: NUMBER,
    date_format: TIME,
    rowOrder: "key_a_to_z",
    colOrder: "key_a_to_z",
    rowTotals: chart.spec.totals === true,
    colTotals: chart.spec.totals === true,
  }),
  bar,
  line: (chart) => ({
    viz_type: "echarts_timeseries_line",
    ...chart.timeAxis(),
    ...chart.series(),
    markerEnabled: false,
  }),
  area: (chart) => ({
    viz_type: "echarts_area",
    ...chart.timeAxis(),
    ...chart.series(),
    // Without it the areas lie over each other.
    stack: chart.spec.stacked === false ? null : "Stack",
    opacity: 0.3,
  }),
  mixed: (chart) => ({
    viz_type: "mixed_timeseries",
    ...chart.timeAxis(),
    metrics: chart.metrics("bars"),
    groupby: [],
    metrics_b: chart.metrics("y"),
    groupby_b: chart.columns("by"),
    ...chart.filters(),
    adhoc_filters_b: chart.filters().adhoc_filters ?? [],
    ...chart.limit(),
    order_desc: true,
    ...AXES,
    seriesType: "bar",
    seriesTypeB: "line",
    yAxisIndex: 0,
    yAxisIndexB: 1,
    y_axis_format_secondary: NUMBER,
  }),
  scatter: (chart) => ({
    viz_type: "echarts_timeseries_scatter",
    x_axis: chart.column("x"),
    ...chart.series(),
    markerSize: 6,
  }),
  pie: (chart) => ({
    viz_type: "pie",
    ...chart.parts(),
    donut: chart.spec.donut === true,
    outerRadius: 70,
    // Text here, a number for funnels.
    label_type: "key_percent",
    number_format: NUMBER,
    date_format: TIME,
    show_labels: true,
    show_legend: true,
  }),
  funnel: (chart) => ({
    viz_type: "funnel",
    ...chart.parts(),
    // Name and value.
    label_type: 3,
    number_format: NUMBER,
    show_labels: true,
    show_legend: true,
    percent_calculation_type: "first_step",
  }),
  treemap: (chart) => {
    const { sort_by_metric: _, ...parts } = chart.parts();
    return {
      viz_type: "treemap_v2",
      ...parts,
      label_type: "key_value",
      number_format: NUMBER,
      date_format: TIME,
      show_labels: true,
      show_upper_labels: true,
    };
  },
  heatmap: (chart) => ({
    viz_type: "heatmap_v2",
    x_axis: chart.column("x"),
    groupby: chart.column("y"),
    metric: chart.metric("metric"),
    ...chart.filters(),
    ...chart.limit(),
    sort_x_axis: "alpha_asc",
    sort_y_axis: "alpha_asc",
    normalize_across: "heatmap",
    legend_type: "continuous",
    linear_color_scheme: "superset_seq_1",
    y_axis_format: NUMBER,
    x_axis_time_format: TIME,
    show_legend: true,
    show_values: true,
    xscale_interval: -1,
    yscale_interval: -1,
    left_margin: "auto",
    bottom_margin: "auto",
    value_bounds: [null, null],
    border_color: { r: 0, g: 0, b: 0, a: 1 },
  }),
  histogram: (chart) => ({
    viz_type: "histogram_v2",
    column: chart.column("column"),
    groupby: chart.columns("by"),
    ...chart.filters(),
    ...chart.limit(),
    bins: chart.spec.bins === undefined ? 10 : Number(chart.spec.bins),
    normalize: false,
    cumulative: false,
    x_axis_format: NUMBER,
    show_value: false,
    show_legend: chart.columns("by").length > 0,
  }),
  boxPlot: (chart) => ({
    viz_type: "box_plot",
    columns: chart.columns("over"),
    groupby: chart.columns("x"),
    metrics: chart.metrics("y"),
    ...chart.filters(),
    ...chart.limit(),
    whiskerOptions: "Tukey",
    number_format: NUMBER,
    date_format: TIME,
  }),
  raw: (chart) => ({
    viz_type: String(chart.spec.type),
    ...(chart.spec.formData as SupersetObject),
  }),
};

/** The user's own form data; a check has seen the reasons. */
function raw(chart: Chart): SupersetObject {
  return Object.fromEntries(
    Object.entries(chart.spec.superset ?? {}).map(([key, value]): [string, SupersetValue] => [
      key,
      typeof value === "object" ? value.value : value,
    ]),
  );
}
