// What Superset's own front end asks for with a chart's form data. Reports as CSV, the warming of caches and the API use
// it, so it has to be there before anybody has opened the chart. Source: the requests of Superset 6.1.0's front end,
// recorded and compared in `test/compiler/plan/lower/superset-query.test.ts`.
import type { SupersetObject, SupersetValue } from "../superset.ts";

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

const WITHOUT_DEFAULT_LIMIT: ReadonlySet<SupersetValue> = new Set(["big_number", "big_number_total"]);
const DEFAULT_LIMIT = 10_000;
const FLATTEN = { operation: "flatten" } as const;

/** What every query has; `metrics` null: it counts nothing. */
function query(
  form: SupersetObject,
  columns: readonly SupersetValue[],
  asked: readonly SupersetValue[] | null,
  more: SupersetObject = {},
): SupersetObject {
  const limit =
    form.row_limit ?? (WITHOUT_DEFAULT_LIMIT.has(form.viz_type ?? "") ? undefined : DEFAULT_LIMIT);
  const isMixed = form.viz_type === "mixed_timeseries";
  return {
    filters: filters(form),
    extras: { ...given("time_grain_sqla", form.time_grain_sqla), having: "", where: where(form) },
    applied_time_extras: {},
    columns,
    ...(asked === null ? {} : { metrics: asked }),
    annotation_layers: [],
    ...given("row_limit", limit),
    series_limit: 0,
    group_others_when_limit_reached: false,
    ...(isMixed ? {} : { order_desc: form.order_desc ?? true }),
    url_params: {},
    custom_params: {},
    custom_form_data: {},
    ...more,
  };
}

function seriesQuery(
  form: SupersetObject,
  asked: readonly SupersetValue[],
  by: readonly SupersetValue[],
): SupersetObject {
  const isMixed = form.viz_type === "mixed_timeseries";
  const [first = ""] = asked;
  const offsets = list(form.time_compare);
  const names = renamed(asked, by, offsets);
  const rename = { operation: "rename", options: { columns: names ?? {}, level: 0, inplace: true } };
  return query(form, [axis(form), ...by], asked, {
    series_columns: by,
    time_offsets: offsets,
    orderby: [[first, false]],
    post_processing: [
      pivot(form, asked, by, isMixed),
      ...(names === null ? [] : [rename]),
      ...sortedAxis(form, asked, by),
      FLATTEN,
    ],
  });
}

/** Columns without the name of the only metric; those of an earlier time under its name. */
function renamed(
  asked: readonly SupersetValue[],
  by: readonly SupersetValue[],
  offsets: readonly SupersetValue[],
): SupersetObject | null {
  const several = asked.length > 1;
  if (offsets.length > 0)
    return Object.fromEntries(
      asked.flatMap((metric) =>
        offsets.map((offset) => [
          `${label(metric)}__${String(offset)}`,
          several ? `${label(metric)}, ${String(offset)}` : offset,
        ]),
      ),
    );
  return !several && by.length > 0 ? { [label(asked[0] ?? "")]: null } : null;
}

/** One column for each series. Where the control `show_empty_columns` exists it is on, and then nothing is dropped. */
function pivot(
  form: SupersetObject,
  asked: readonly SupersetValue[],
  by: readonly SupersetValue[],
  isDropping: boolean,
): SupersetObject {
  const offsets = list(form.time_compare);
  const names = asked.flatMap((metric) => [
    label(metric),
    ...offsets.map((offset) => `${label(metric)}__${String(offset)}`),
  ]);
  const aggregates = Object.fromEntries(names.map((name) => [name, { operator: "mean" }]));
  return {
    operation: "pivot",
    options: { index: [form.x_axis ?? ""], columns: by, aggregates, drop_missing_columns: isDropping },
  };
}

/** Categories in the order of a metric; several series are sorted by the front end itself. */
function sortedAxis(
  form: SupersetObject,
  asked: readonly SupersetValue[],
  by: readonly SupersetValue[],
): readonly SupersetObject[] {
  const { x_axis_sort: wanted, x_axis_sort_asc: ascending } = form;
  if (wanted === undefined || ascending === undefined || by.length > 0) return [];
  if (wanted === form.x_axis) return [{ operation: "sort", options: { is_sort_index: true, ascending } }];
  return asked.some((metric) => label(metric) === wanted)
    ? [{ operation: "sort", options: { by: wanted, ascending } }]
    : [];
}

/** The column of the x axis, truncated to the grain where there is one. */
function axis(form: SupersetObject): SupersetObject {
  const column = form.x_axis ?? "";
  return {
    ...given("timeGrain", form.time_grain_sqla),
    columnType: "BASE_AXIS",
    sqlExpression: column,
    label: column,
    expressionType: "SQL",
    isColumnReference: true,
  };
}

function filters(form: SupersetObject): readonly SupersetObject[] {
  return objects(form.adhoc_filters)
    .filter((filter) => filter.expressionType === "SIMPLE")
    .map(({ subject = "", operator = "", comparator = null }) => ({
      col: subject,
      op: operator,
      val: comparator,
    }));
}

function where(form: SupersetObject): string {
  return objects(form.adhoc_filters)
    .filter((filter) => filter.expressionType === "SQL")
    .map((filter) => `(${String(filter.sqlExpression)})`)
    .join(" AND ");
}

function sorted(form: SupersetObject): SupersetObject {
  return form.sort_by_metric === true ? { orderby: [[metrics(form)[0] ?? "", false]] } : {};
}

function metrics(form: SupersetObject): readonly SupersetValue[] {
  return form.metric === undefined ? list(form.metrics) : [form.metric];
}

function groups(form: SupersetObject): readonly SupersetValue[] {
  return list(form.groupby);
}

/** A metric's name, or the label of one that is written out in the form data. */
function label(metric: SupersetValue): string {
  return isObject(metric) ? String(metric.label) : String(metric);
}

function list(value: SupersetValue | undefined): readonly SupersetValue[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

function objects(value: SupersetValue | undefined): readonly SupersetObject[] {
  return list(value).filter(isObject);
}

function given(key: string, value: SupersetValue | undefined): SupersetObject {
  return value === undefined ? {} : { [key]: value };
}

function isList(value: SupersetValue): value is readonly SupersetValue[] {
  return Array.isArray(value);
}

function isObject(value: SupersetValue): value is SupersetObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
