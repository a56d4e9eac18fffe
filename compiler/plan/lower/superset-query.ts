// What Superset's own front end asks for with a chart's form data. Reports as CSV, the warming of caches and the API use
// it, so it has to be there before anybody has opened the chart. Source: the requests of Superset 6.1.0's front end,
// recorded and compared in `test/compiler/plan/lower/superset-query.test.ts`.
import type { SupersetObject, SupersetValue } from "../superset.ts";
import {
  axis,
  FLATTEN,
  groups,
  label,
  list,
  metrics,
  pivot,
  query,
  seriesQuery,
  sorted,
} from "./superset-query-parts.ts";

/** The queries of a chart; null for a type that odp does not know. */
export function queriesOf(form: SupersetObject): readonly SupersetObject[] | null {
  return BUILDERS[String(form.viz_type)]?.(form) ?? null;
}

type Build = (form: SupersetObject) => readonly SupersetObject[];

const plain: Build = (form) => [query(form, [...groups(form)], metrics(form), sorted(form))];

const series: Build = (form) => [seriesQuery(form, metrics(form), groups(form))];

const mixed: Build = (form) => {
  const { order_desc: _, ...first } = form;
  const second = { ...first, adhoc_filters: form.adhoc_filters_b ?? [] };
  return [
    seriesQuery(first, metrics(form), groups(form)),
    seriesQuery(second, list(form.metrics_b), list(form.groupby_b)),
  ];
};

const table: Build = (form) => {
  if (form.query_mode === "raw")
    return [
      query(form, list(form.all_columns), null, {
        time_offsets: [],
        orderby: list(form.order_by_cols).map((item): SupersetValue => JSON.parse(String(item))),
        post_processing: [],
      }),
    ];
  const chosen = form.timeseries_limit_metric ?? metrics(form)[0];
  const descending = form.timeseries_limit_metric === undefined || form.order_desc === true;
  const orderby = chosen === undefined ? [] : [[chosen, !descending]];
  const main = query(form, groups(form), metrics(form), { time_offsets: [], orderby, post_processing: [] });
  if (form.show_totals !== true) return [main];
  const { order_desc: _, orderby: __, ...totals } = main;
  return [main, { ...totals, columns: [], row_limit: 0, row_offset: 0 }];
};

const bigNumber: Build = (form) => [
  query(form, [axis(form)], metrics(form), {
    post_processing: [pivot(form, metrics(form), [], true), FLATTEN],
  }),
];

const pie: Build = (form) => {
  const names = metrics(form).map(label);
  const options = { columns: names, rename_columns: names.map((name) => `${name}__contribution`) };
  return [
    query(form, groups(form), metrics(form), {
      ...sorted(form),
      post_processing: [{ operation: "contribution", options }],
    }),
  ];
};

const pivotTable: Build = (form) => [
  query(form, [...list(form.groupbyColumns), ...list(form.groupbyRows)], metrics(form), {
    orderby: [[metrics(form)[0] ?? "", false]],
  }),
];

const heatmap: Build = (form) => {
  const [first = ""] = metrics(form);
  return [
    query(form, [axis(form), ...groups(form)], metrics(form), {
      orderby: [form.x_axis ?? "", ...groups(form)].map((column) => [column, true]),
      post_processing: [{ operation: "rank", options: { metric: label(first) } }],
    }),
  ];
};

const histogram: Build = (form) => {
  const { column = null, bins = null, cumulative = null, normalize = null } = form;
  const options = { column, groupby: groups(form), bins, cumulative, normalize };
  return [
    query(form, [...groups(form), column], null, { post_processing: [{ operation: "histogram", options }] }),
  ];
};

const boxPlot: Build = (form) => {
  const options = { whisker_type: "tukey", groupby: groups(form), metrics: metrics(form).map(label) };
  return [
    query(form, [...list(form.columns), ...groups(form)], metrics(form), {
      series_columns: groups(form),
      post_processing: [{ operation: "boxplot", options }],
    }),
  ];
};

const treemap: Build = (form) => [
  query(form, groups(form), metrics(form), { orderby: groups(form).map((column) => [column, true]) }),
];

const sankey: Build = (form) => {
  const ends = [form.source ?? "", form.target ?? ""];
  return [query(form, [], metrics(form), { groupby: ends, orderby: ends.map((column) => [column, true]) })];
};

const sunburst: Build = (form) => [query(form, list(form.columns), metrics(form), sorted(form))];

const BUILDERS: Readonly<Record<string, Build>> = {
  big_number_total: plain,
  big_number: bigNumber,
  table,
  pivot_table_v2: pivotTable,
  echarts_timeseries_line: series,
  echarts_timeseries_smooth: series,
  echarts_timeseries_bar: series,
  echarts_timeseries_scatter: series,
  echarts_area: series,
  mixed_timeseries: mixed,
  pie,
  funnel: plain,
  gauge_chart: plain,
  treemap_v2: treemap,
  heatmap_v2: heatmap,
  histogram_v2: histogram,
  box_plot: boxPlot,
  sankey_v2: sankey,
  sunburst_v2: sunburst,
};
