// What the queries of several types of charts have in common.
import type { SupersetObject, SupersetValue } from "../superset.ts";

const WITHOUT_DEFAULT_LIMIT: ReadonlySet<SupersetValue> = new Set(["big_number", "big_number_total"]);
const DEFAULT_LIMIT = 10_000;
export const FLATTEN = { operation: "flatten" } as const;

/** What every query has; `metrics` null: it counts nothing. */
export function query(
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

export function seriesQuery(
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
export function pivot(
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
export function axis(form: SupersetObject): SupersetObject {
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

export function sorted(form: SupersetObject): SupersetObject {
  return form.sort_by_metric === true ? { orderby: [[metrics(form)[0] ?? "", false]] } : {};
}

export function metrics(form: SupersetObject): readonly SupersetValue[] {
  return form.metric === undefined ? list(form.metrics) : [form.metric];
}

export function groups(form: SupersetObject): readonly SupersetValue[] {
  return list(form.groupby);
}

/** A metric's name, or the label of one that is written out in the form data. */
export function label(metric: SupersetValue): string {
  return isObject(metric) ? String(metric.label) : String(metric);
}

export function list(value: SupersetValue | undefined): readonly SupersetValue[] {
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
