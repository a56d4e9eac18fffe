import type { Chart, ChartKind } from "../../../dsl/chart.ts";

/** Superset's name of each kind of chart; lowering writes the same. */
const TYPES: Readonly<Record<Exclude<ChartKind, "raw">, string>> = {
  bigNumber: "big_number_total",
  bigNumberTrend: "big_number",
  table: "table",
  pivot: "pivot_table_v2",
  bar: "echarts_timeseries_bar",
  line: "echarts_timeseries_line",
  area: "echarts_area",
  mixed: "mixed_timeseries",
  scatter: "echarts_timeseries_scatter",
  pie: "pie",
  funnel: "funnel",
  treemap: "treemap_v2",
  heatmap: "heatmap_v2",
  histogram: "histogram_v2",
  boxPlot: "box_plot",
};

export function chartTypeOf(chart: Chart): string {
  return chart.type === "raw" ? String(chart.spec.type) : TYPES[chart.type];
}
