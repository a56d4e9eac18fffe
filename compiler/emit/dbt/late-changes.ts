import type { DbtMaterialization, DbtModel } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaString } from "../../text/jinja.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import { sqlLines, wholeRelations } from "./sql.ts";

/** Tag of comparisons that compute a whole model again: the selectors of builds leave them out. */
export const FULL_COMPARISON = "full_comparison";

/** Tests of a model by period for rows that changed too late to be computed again: name and text. */
export function lateChangesTests(model: DbtModel): readonly (readonly [string, string])[] {
  const { lateChanges, materialize } = model;
  if (lateChanges === null || materialize.kind !== "periods") return [];
  const period = sqlIdentifier(materialize.period);
  const older = `${period} < (select first_period from window_start) or ${period} is null`;
  const full = comparison(model, materialize, [], older, ["late_changes", FULL_COMPARISON], []);
  if (lateChanges.suspects === null) return [[lateChanges.fullName, full]];
  const condition = `${period} in (select period from older)`;
  const narrow = comparison(
    model,
    materialize,
    suspects(model),
    condition,
    ["late_changes"],
    ["-- Only periods that a row changed in the last 7 days belongs to are compared."],
  );
  return [
    [lateChanges.name, narrow],
    [lateChanges.fullName, full],
  ];
}

type Table = readonly [name: string, query: string];

function comparison(
  model: DbtModel,
  { period, recompute, unit, zone }: Extract<DbtMaterialization, { kind: "periods" }>,
  further: readonly Table[],
  condition: string,
  tags: readonly string[],
  comment: readonly string[],
): string {
  const self = `ref(${jinjaString(model.name)})`;
  const window = [sqlIdentifier(period), `${recompute} ${unit}`, zone].map(jinjaString).join(", ");
  const columns =
    model.columns.length === 0 ? "*" : model.columns.map(({ name }) => sqlIdentifier(name)).join(", ");
  const tables: readonly Table[] = [
    ["window_start", own(`select {{ window_start(${self}, ${window}) }} as first_period`)],
    ...further,
    ["rebuilt", sqlLines(wholeRelations(model.sql), INDENT)],
    ["wanted", own(`select ${columns}`, "from rebuilt", `where ${condition}`)],
    ["stored", own(`select ${columns}`, `from {{ ${self} }}`, `where ${condition}`)],
  ];
  return [
    header("jinja", model.file).trimEnd(),
    `{{ config(${settings(model, tags)}) }}`,
    "",
    `-- Rows of periods older than the window of ${model.name} that no longer equal its query: something behind them`,
    "-- changed after their period had left the window. Backfill the periods named.",
    ...comment,
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

function settings({ group }: DbtModel, tags: readonly string[]): string {
  return [
    "severity='warn'",
    ...(group === null ? [] : [`group=${jinjaString(group)}`]),
    `tags=[${tags.map(jinjaString).join(", ")}]`,
  ].join(", ");
}

/** Periods older than the window that a recently changed row belongs to. */
function suspects({ lateChanges }: DbtModel): readonly Table[] {
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
