import * as z from "zod";
import type { ChartKind, ChartSpecs } from "../../../dsl/chart.ts";
import { erased } from "../../../dsl/erase.ts";
import type { Metric, RelationOf } from "../../../dsl/metric.ts";
import { isColumnRef, isRelation } from "../../../dsl/relation.ts";
import {
  chosen,
  columnRef,
  columnRefs,
  count,
  countOrNone,
  flag,
  isMade,
  listOrOne,
  oneOf,
  options,
  type Problem,
  raw,
  text,
} from "./parts.ts";

type Specs = ChartSpecs<string>;

/** A metric, and the column or relation inside it, which has no place of its own in the file. */
const metric: z.ZodType<Metric> = z.any().check((context) => {
  const { value } = context;
  const refuse = (message: string, problem: Problem) =>
    void context.issues.push({ code: "custom", message, params: { problem }, input: value });
  if (!isMade(value, "metric")) refuse("a metric, such as `metric.sum(orders.total)`", "reference");
  else if (!isWhole(value)) refuse("a metric of a column that exists", "inner-reference");
});

function isWhole(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("of" in value)) return false;
  const of: object = Object(value.of);
  if ("top" in of && "bottom" in of)
    return isMade(of.top, "metric") && isWhole(of.top) && isMade(of.bottom, "metric") && isWhole(of.bottom);
  return "relation" in of ? isRelation(of.relation) : "column" in of && isColumnRef(of.column);
}

const metrics = listOrOne<Metric>(metric, "a metric, or several");
const metricList = z.array(metric, { error: "a list of metrics" });
const columnList = z.array(columnRef, { error: "a list of columns" });
const grain = oneOf("hour", "day", "week", "month", "quarter", "year");
const sort = oneOf("ascending", "descending").optional();
const compare = oneOf("previous period", "previous week", "previous month", "previous year").optional();

const common = {
  title: text,
  description: text.optional(),
  width: count.max(12, { error: "at most 12" }).optional(),
  cacheSeconds: countOrNone.optional(),
  limit: count.optional(),
  superset: raw.optional(),
};
// Charts type their columns by relation and family, which a value does not carry.
const column = erased<z.ZodType<never>>(columnRef);
const columnsOrOne = erased<z.ZodType<never>>(columnRefs);
const lines = { ...common, time: column, grain, y: metrics, by: columnsOrOne.optional() };
const series = { ...lines, compare };
const columnOrMetric = chosen<never>((value) => (isMade(value, "metric") ? metric : columnRef));
const parts = { ...common, by: columnsOrOne, size: metric };

/** What each chart is told. That all of it comes from one relation is a check's concern. */
export const chartSchemas: { readonly [Kind in ChartKind]: z.ZodType<Specs[Kind]> } = {
  bigNumber: options<Specs["bigNumber"]>({ ...common, metric }),
  bigNumberTrend: options<Specs["bigNumberTrend"]>({
    ...common,
    metric,
    time: column,
    grain,
    compare: oneOf("previous period").optional(),
  }),
  table: options<Specs["table"]>({
    ...common,
    columns: columnList,
    metrics: metricList.optional(),
    sortBy: columnOrMetric.optional(),
    sort,
    totals: flag.optional(),
  }),
  pivot: options<Specs["pivot"]>({
    ...common,
    rows: columnList,
    columns: columnList,
    metrics: metricList,
    totals: flag.optional(),
  }),
  bar: options<Specs["bar"]>({
    ...common,
    x: column,
    grain: grain.optional(),
    y: metrics,
    by: columnsOrOne.optional(),
    sort,
    stacked: flag.optional(),
    horizontal: flag.optional(),
  }),
  line: options<Specs["line"]>(series),
  area: options<Specs["area"]>({ ...lines, stacked: flag.optional() }),
  mixed: options<Specs["mixed"]>({ ...lines, bars: metrics }),
  scatter: options<Specs["scatter"]>({ ...common, x: column, y: metrics, by: column.optional() }),
  pie: options<Specs["pie"]>({ ...parts, donut: flag.optional() }),
  funnel: options<Specs["funnel"]>(parts),
  treemap: options<Specs["treemap"]>(parts),
  heatmap: options<Specs["heatmap"]>({ ...common, x: column, y: column, metric }),
  histogram: options<Specs["histogram"]>({
    ...common,
    column,
    bins: count.optional(),
    by: column.optional(),
  }),
  boxPlot: options<Specs["boxPlot"]>({ ...common, x: column, y: metric, over: column }),
  raw: options<Specs["raw"]>({
    ...common,
    on: z.custom<RelationOf<string>>(isRelation, { error: "a relation", params: { problem: "reference" } }),
    type: text,
    formData: z.record(z.string(), z.unknown(), { error: "form data by name" }),
  }),
};
