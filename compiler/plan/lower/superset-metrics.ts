import type { Metric } from "../../../dsl/metric.ts";
import { isColumnRef, isRelation, type RelationBody } from "../../../dsl/relation.ts";
import { COLUMN, DECLARATION } from "../../../dsl/symbols.ts";
import { charts, metricsIn } from "../../graph/further-sql.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import type { SqlPiece } from "../../graph/sql-text.ts";
import { sqlIdentifier, sqlName, sqlNumber } from "../../text/sql.ts";
import type { SupersetMetric } from "../superset.ts";
import { furtherSql, type TestedNode } from "./dbt-columns.ts";
import { digest, humanised, slugOf } from "./superset-names.ts";

/** The saved metrics of a project: those of each relation, and the name of each metric that a chart holds. */
export interface MetricBook {
  readonly of: (relation: RelationBody) => readonly SupersetMetric[];
  readonly nameOf: (metric: Metric) => string;
}

/** Where a relation stands, for SQL of the user's own that reads another one. */
export type TableName = (piece: Extract<SqlPiece, { kind: "relation" }>) => readonly string[];

/**
 * Metrics are saved on the dataset: what two charts compute alike is one metric. Those that share a name and differ
 * otherwise each get a digest, so that a name never depends on the order of charts.
 */
export function metricBook(
  graph: Graph,
  keyOf: (relation: RelationBody) => string,
  tableName: TableName,
): MetricBook {
  const drafts = new Map<Metric, { readonly key: string; readonly draft: Draft }>();
  for (const dashboard of nodesOf(graph, "dashboard"))
    for (const chart of charts(dashboard.declaration))
      for (const metric of metricsIn(chart.spec)) {
        const relation = relationOf(metric);
        drafts.set(metric, { key: keyOf(relation), draft: draftOf(metric, dashboard, tableName) });
      }
  const variants = new Map<string, Set<string>>();
  for (const { key, draft } of drafts.values()) {
    const place = `${key} ${draft.name}`;
    variants.set(place, (variants.get(place) ?? new Set()).add(contentOf(draft)));
  }
  const named = (key: string, draft: Draft): SupersetMetric =>
    (variants.get(`${key} ${draft.name}`)?.size ?? 1) === 1
      ? draft
      : { ...draft, name: `${draft.name}_${digest(contentOf(draft))}` };
  return {
    of: (relation) => {
      const wanted = keyOf(relation);
      const found = new Map<string, SupersetMetric>();
      for (const { key, draft } of drafts.values())
        if (key === wanted) {
          const metric = named(key, draft);
          found.set(metric.name, metric);
        }
      return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    nameOf: (metric) => {
      const entry = drafts.get(metric);
      if (entry === undefined) throw new Error("a metric of no chart");
      return named(entry.key, entry.draft).name;
    },
  };
}

type Draft = SupersetMetric;

function contentOf({ label, expression, format, currency }: Draft): string {
  return JSON.stringify([label, expression, format, currency]);
}

function draftOf(metric: Metric, node: TestedNode, tableName: TableName): Draft {
  const label = metric.label ?? labelOf(metric);
  return {
    name: slugOf(metric.label ?? nameOf(metric)),
    label,
    expression: expressionOf(metric, node, tableName),
    format: metric.format === undefined ? null : (FORMATS[metric.format] ?? metric.format),
    currency: metric.currency ?? null,
  };
}

/** Words of the language for formats of Superset. */
const FORMATS: Readonly<Record<string, string>> = {
  percent: ",.1%",
  bytes: "MEMORY_DECIMAL",
  duration: "DURATION",
};

function nameOf({ of }: Metric): string {
  switch (of.function) {
    case "count":
      return "rows";
    case "ratio":
      return `${nameOf(of.top)}_per_${nameOf(of.bottom)}`;
    case "percentile":
      return `p${hundredths(of.fraction)}_${columnOf(of.column)}`;
    case "countDistinct":
      return `distinct_${columnOf(of.column)}`;
    case "sql":
      return "metric";
    default:
      return `${of.function}_${columnOf(of.column)}`;
  }
}

const WORDS = { sum: "Sum of", avg: "Average of", min: "Least", max: "Greatest" } as const;

function labelOf({ of }: Metric): string {
  switch (of.function) {
    case "count":
      return "Rows";
    case "ratio":
      return `${labelOf(of.top)} / ${labelOf(of.bottom)}`;
    case "percentile":
      return `p${hundredths(of.fraction)} of ${words(of.column)}`;
    case "countDistinct":
      return `Different ${words(of.column)}`;
    case "sql":
      return "Metric";
    default:
      return `${WORDS[of.function]} ${words(of.column)}`;
  }
}

/** The metric as a Trino aggregate. */
function expressionOf({ of }: Metric, node: TestedNode, tableName: TableName): string {
  switch (of.function) {
    case "count":
      return "count(*)";
    case "countDistinct":
      return `count(distinct ${quoted(of.column)})`;
    case "percentile":
      return `approx_percentile(${quoted(of.column)}, ${sqlNumber(of.fraction)})`;
    case "ratio": {
      const [top, bottom] = [of.top, of.bottom].map((part) => expressionOf(part, node, tableName));
      // Two whole numbers would be divided as whole numbers.
      return `cast(${top} as double) / nullif(${bottom}, 0)`;
    }
    case "sql":
      return (furtherSql(node, of.expression)?.pieces ?? [])
        .map((piece) => (piece.kind === "text" ? piece.text : pieceText(piece, tableName)))
        .join("")
        .trim();
    default:
      return `${of.function}(${quoted(of.column)})`;
  }
}

function pieceText(piece: Exclude<SqlPiece, { kind: "text" }>, tableName: TableName): string {
  // The period of a report has no meaning on a dashboard; a check refuses it.
  return piece.kind === "relation" ? sqlName(...tableName(piece)) : "null";
}

/** 0.999 is 99.9, without what binary fractions add. */
function hundredths(fraction: number): number {
  return Number((fraction * 100).toPrecision(12));
}

function quoted(column: unknown): string {
  return sqlIdentifier(columnOf(column));
}

function words(column: unknown): string {
  return humanised(columnOf(column)).toLowerCase();
}

function columnOf(column: unknown): string {
  if (!isColumnRef(column)) throw new Error("a metric of no column");
  return column[COLUMN].name;
}

function relationOf({ of }: Metric): RelationBody {
  if (of.function === "ratio") return relationOf(of.top);
  if ("column" in of && isColumnRef(of.column)) return of.column[COLUMN].relation;
  if ("relation" in of && isRelation(of.relation)) return of.relation[DECLARATION];
  throw new Error("a metric of no relation");
}
