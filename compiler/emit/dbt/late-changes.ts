import type { DbtModel } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaString } from "../../text/jinja.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import { sqlLines, wholeRelations } from "./sql.ts";

/** Tag of comparisons that compute a whole model again: the selectors of builds leave them out. */
export const FULL_COMPARISON = "full_comparison";

/** The test of a model by period for rows that changed too late to be computed again; undefined where there is none. */
export function lateChangesSql(model: DbtModel): string | undefined {
  const { lateChanges, materialize } = model;
  if (lateChanges === null || materialize.kind !== "periods") return undefined;
  const period = sqlIdentifier(materialize.period);
  const self = `ref(${jinjaString(model.name)})`;
  const window = [materialize.period, `${materialize.recompute} ${materialize.unit}`, materialize.zone]
    .map(jinjaString)
    .join(", ");
  const isNarrow = lateChanges.suspects !== null;
  const condition = isNarrow
    ? `${period} in (select period from older)`
    : `${period} < (select first_period from window_start)`;
  const columns =
    model.columns.length === 0 ? "*" : model.columns.map(({ name }) => sqlIdentifier(name)).join(", ");
  const tables = [
    ["window_start", own(`select {{ window_start(${self}, ${window}) }} as first_period`)],
    ...(isNarrow ? suspects(model) : []),
    ["rebuilt", sqlLines(wholeRelations(model.sql), INDENT)],
    ["wanted", own(`select ${columns}`, "from rebuilt", `where ${condition}`)],
    ["stored", own(`select ${columns}`, `from {{ ${self} }}`, `where ${condition}`)],
  ];
  return [
    header("jinja", model.file).trimEnd(),
    `{{ config(${settings(model, isNarrow)}) }}`,
    "",
    `-- Rows of periods older than the window of ${model.name} that no longer equal its query: something behind them`,
    "-- changed after their period had left the window. Backfill the periods named.",
    ...(isNarrow ? ["-- Only periods that a row changed in the last 7 days belongs to are compared."] : []),
    "with",
    "",
    tables.map(([name, query]) => `${name} as (\n${query}\n)`).join(",\n\n"),
    "",
    "select 'missing or different' as problem, *",
    "from (select * from wanted except select * from stored)",
    "",
    "union all",
    "",
    "select 'stored, but gone or different' as problem, *",
    "from (select * from stored except select * from wanted)",
    "",
  ].join("\n");
}

function settings({ group }: DbtModel, isNarrow: boolean): string {
  return [
    "severity='warn'",
    ...(group === null ? [] : [`group=${jinjaString(group)}`]),
    `tags=['late_changes'${isNarrow ? "" : `, '${FULL_COMPARISON}'`}]`,
  ].join(", ");
}

/** Periods older than the window that a recently changed row belongs to. */
function suspects({ lateChanges }: DbtModel): readonly (readonly [string, string])[] {
  const queries = (lateChanges?.suspects ?? []).map((query) => sqlLines(query, INDENT));
  return [
    ["suspects", queries.join(`\n\n${INDENT}union\n\n`)],
    [
      "older",
      own(
        "select suspects.period",
        "from suspects",
        "inner join window_start on suspects.period < window_start.first_period",
      ),
    ],
  ];
}

const INDENT = "    ";

function own(...lines: readonly string[]): string {
  return lines.map((line) => INDENT + line).join("\n");
}
