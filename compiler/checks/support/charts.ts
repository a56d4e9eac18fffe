import type { Chart, ChartKind } from "../../../dsl/chart.ts";
import type { ValueKind } from "../../../dsl/column.ts";
import type { Metric } from "../../../dsl/metric.ts";
import { isColumnRef, isRelation, type RelationBody } from "../../../dsl/relation.ts";
import { COLUMN, DECLARATION } from "../../../dsl/symbols.ts";
import { charts } from "../../graph/further-sql.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";

type Path = readonly (string | number)[];

/** A place of a chart that holds a column or a metric. */
interface Slot {
  readonly holds: "column" | "metric" | "either";
  readonly isOptional?: true;
  /** Families of columns that may stand there; absent: any. */
  readonly kinds?: readonly ValueKind[];
}

const ANY: Slot = { holds: "column" };
const MAYBE: Slot = { holds: "column", isOptional: true };
const TIME: Slot = { holds: "column", kinds: ["date", "instant"] };
const NUMBER: Slot = { holds: "column", kinds: ["number"] };
const METRIC: Slot = { holds: "metric" };
const SERIES = { time: TIME, y: METRIC, by: MAYBE };
const PARTS = { by: ANY, size: METRIC };

/** What each chart is told; the types of the language say the same to those who check them. */
export const CHART_SLOTS: Readonly<Record<ChartKind, Readonly<Record<string, Slot>>>> = {
  bigNumber: { metric: METRIC },
  bigNumberTrend: { metric: METRIC, time: TIME },
  table: {
    columns: ANY,
    metrics: { holds: "metric", isOptional: true },
    sortBy: { holds: "either", isOptional: true },
  },
  pivot: { rows: ANY, columns: ANY, metrics: METRIC },
  bar: { x: ANY, y: METRIC, by: MAYBE },
  line: SERIES,
  area: SERIES,
  mixed: { ...SERIES, bars: METRIC },
  scatter: { x: { holds: "column", kinds: ["number", "date", "instant"] }, y: METRIC, by: MAYBE },
  pie: PARTS,
  funnel: PARTS,
  treemap: PARTS,
  heatmap: { x: ANY, y: ANY, metric: METRIC },
  histogram: { column: NUMBER, by: MAYBE },
  boxPlot: { x: ANY, y: METRIC, over: ANY },
  raw: {},
};

/** A chart with its dashboard. */
export interface PlacedChart {
  readonly dashboard: GraphNode<"dashboard">;
  readonly chart: Chart;
}

export function placedCharts(graph: Graph): readonly PlacedChart[] {
  return nodesOf(graph, "dashboard").flatMap((dashboard) =>
    charts(dashboard.declaration).map((chart) => ({ dashboard, chart })),
  );
}

/** One value of a chart's slot. */
export interface SlotValue {
  readonly property: string;
  readonly path: Path;
  readonly slot: Slot;
  readonly value: unknown;
}

/** The values of a chart's slots; a slot with nothing in it has the value `undefined`. */
export function slotValues(chart: Chart): readonly SlotValue[] {
  return Object.entries(CHART_SLOTS[chart.type]).flatMap(([property, slot]): readonly SlotValue[] => {
    const value = chart.spec[property];
    if (value === undefined && slot.isOptional) return [];
    if (!Array.isArray(value)) return [{ property, path: [property], slot, value }];
    return value.map((item: unknown, index) => ({ property, path: [property, index], slot, value: item }));
  });
}

/** A column that a metric computes with, and the families that its function takes. */
export interface MetricColumn {
  readonly function: string;
  readonly column: unknown;
  readonly kinds?: readonly ValueKind[];
}

const ORDERED: readonly ValueKind[] = ["number", "date", "instant", "text"];
const METRIC_KINDS: Readonly<Record<string, readonly ValueKind[] | undefined>> = {
  sum: ["number"],
  avg: ["number"],
  percentile: ["number"],
  min: ORDERED,
  max: ORDERED,
};

export function isMetric(value: unknown): value is Metric {
  return (
    typeof value === "object" && value !== null && "kind" in value && value.kind === "metric" && "of" in value
  );
}

/** The columns of a metric, of both parts of a ratio. */
export function metricColumns(metric: Metric): readonly MetricColumn[] {
  const { of } = metric;
  if (of.function === "ratio")
    return [of.top, of.bottom].flatMap((part) => (isMetric(part) ? metricColumns(part) : []));
  if (!("column" in of)) return [];
  const kinds = METRIC_KINDS[of.function];
  return [{ function: of.function, column: of.column, ...(kinds === undefined ? {} : { kinds }) }];
}

/** The relation that a value of a chart comes from. */
export function relationsOf(value: unknown): readonly RelationBody[] {
  if (isColumnRef(value)) return [value[COLUMN].relation];
  if (isRelation(value)) return [value[DECLARATION]];
  if (!isMetric(value)) return [];
  const { of } = value;
  if (of.function === "ratio") return [of.top, of.bottom].flatMap(relationsOf);
  return "column" in of ? relationsOf(of.column) : relationsOf(of.relation);
}

/** Every relation of a chart, once each. */
export function chartRelations(chart: Chart): readonly RelationBody[] {
  const bodies = [
    ...slotValues(chart).flatMap(({ value }) => relationsOf(value)),
    ...relationsOf(chart.spec.on),
  ];
  const first = new Map<string, RelationBody>();
  for (const body of bodies) {
    const key = `${body.declaration.kind}:${body.declaration.name}:${body.face}`;
    if (!first.has(key)) first.set(key, body);
  }
  return [...first.values()];
}

/** `shop.orders`, or `history(shop.orders)`. */
export function relationName(body: RelationBody): string {
  return body.face === "current" ? body.declaration.name : `${body.face}(${body.declaration.name})`;
}
