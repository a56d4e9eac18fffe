import type { Chart } from "../../dsl/chart.ts";
import type { Columns } from "../../dsl/column.ts";
import type { DashboardDeclaration } from "../../dsl/dashboard.ts";
import type { Metric } from "../../dsl/metric.ts";
import { isSql, type SqlBody } from "../../dsl/sql.ts";
import { COLUMN, SQL } from "../../dsl/symbols.ts";
import type { ModelTest } from "../../dsl/test.ts";
import { rowsOf } from "./dashboard-rows.ts";
import type { GraphNode } from "./graph.ts";

/** The main SQL of a declaration: a model's query, a report's, a step's statement. */
export function mainSql(node: GraphNode): SqlBody | undefined {
  const { declaration } = node;
  switch (declaration.kind) {
    case "model":
    case "report":
      return bodyOf(declaration.spec.sql);
    case "step":
      return declaration.spec.run?.kind === "trino" ? bodyOf(declaration.spec.run.sql) : undefined;
    default:
      return undefined;
  }
}

/** A text of SQL in a declaration: a query, or an expression over the declaration's own columns. */
export interface FurtherSql {
  readonly body: SqlBody;
  readonly form: "query" | "expression";
}

/** SQL besides the main one: tests of models and columns, metrics of charts. */
export function furtherSql(node: GraphNode): readonly FurtherSql[] {
  const { declaration } = node;
  switch (declaration.kind) {
    case "model":
    case "seed":
      return [...ofColumns(declaration.spec.columns), ...(declaration.spec.tests ?? []).flatMap(ofTest)];
    case "table":
      return ofColumns(declaration.columns);
    case "external":
      return ofColumns(declaration.spec.columns);
    case "dashboard":
      return charts(declaration).flatMap(({ spec }) => metricsIn(spec).flatMap(ofMetric));
    default:
      return [];
  }
}

/** Every chart of a dashboard, tabs included, in the order of the text. */
export function charts(declaration: DashboardDeclaration): readonly Chart[] {
  return rowsOf(declaration.spec)
    .flatMap(({ row }) => row)
    .filter((item): item is Chart => item?.kind === "chart");
}

/** Every metric anywhere in a chart's spec. */
export function metricsIn(value: unknown): readonly Metric[] {
  if (Array.isArray(value)) return value.flatMap(metricsIn);
  if (typeof value !== "object" || value === null) return [];
  if (isMetric(value)) return [value];
  return Object.values(value).flatMap(metricsIn);
}

function isMetric(value: object): value is Metric {
  return "kind" in value && value.kind === "metric" && "of" in value;
}

function ofColumns(columns: Columns): readonly FurtherSql[] {
  return Object.values(columns).flatMap((column) =>
    column[COLUMN].checks.flatMap((check) => bodies(check.expression)),
  );
}

function ofTest(test: ModelTest): readonly FurtherSql[] {
  if (test.kind === "row") return bodies(test.expression);
  return test.kind === "query" ? bodies(test.sql, "query") : [];
}

function ofMetric(metric: Metric): readonly FurtherSql[] {
  const body = metric.of;
  if (body.function === "ratio") return [...ofMetric(body.top), ...ofMetric(body.bottom)];
  return body.function === "sql" ? bodies(body.expression) : [];
}

function bodies(value: unknown, form: FurtherSql["form"] = "expression"): readonly FurtherSql[] {
  const body = bodyOf(value);
  return body === undefined ? [] : [{ body, form }];
}

function bodyOf(value: unknown): SqlBody | undefined {
  return isSql(value) ? value[SQL] : undefined;
}
