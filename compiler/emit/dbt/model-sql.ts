import type { DbtMaterialization, DbtModel } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaString } from "../../text/jinja.ts";
import { sqlIdentifier, sqlString } from "../../text/sql.ts";
import { sqlLines } from "./sql.ts";

/** The `.sql` file of a model: its settings where they differ from its layer's, and the user's query. */
export function modelSql(model: DbtModel): string {
  // What the user sets stands in the place of what the compiler would set.
  const config = [...new Map(settings(model).map((setting) => [setting[0], setting])).values()];
  return `${header("jinja", model.file)}${configBlock(config)}${body(model)}\n`;
}

function configBlock(config: readonly Setting[]): string {
  if (config.length === 0) return "";
  const lines = config.map(([key, value]) => `${key}=${value}`);
  return config.length === 1
    ? `{{ config(${lines[0]}) }}\n\n`
    : `{{ config(\n${lines.map((line) => `    ${line}`).join(",\n")}\n) }}\n\n`;
}

/** How each layer is stored by `dbt_project.yml`. */
export const LAYER_MATERIALIZATION = {
  staging: "view",
  intermediate: "view",
  mart: "table",
  model: "table",
} as const;

type Setting = readonly [string, string];

function settings(model: DbtModel): readonly Setting[] {
  const properties = tableProperties(model);
  return [
    ...materialization(model),
    ...(properties.length === 0 ? [] : [["properties", pythonDict(properties)] as const]),
    ...(model.protect ? [["full_refresh", "false"] as const] : []),
    ...model.config.map(
      ([key, value]) => [key, typeof value === "string" ? jinjaString(value) : String(value)] as const,
    ),
  ];
}

function materialization({ layer, materialize }: DbtModel): readonly Setting[] {
  if (materialize.kind === "view" || materialize.kind === "table")
    return materialize.kind === LAYER_MATERIALIZATION[layer]
      ? []
      : [["materialized", jinjaString(materialize.kind)]];
  const key: Setting = ["unique_key", jinjaList(materialize.key.map(sqlIdentifier))];
  if (materialize.kind === "merge")
    return [
      ["materialized", "'incremental'"],
      ["incremental_strategy", "'merge'"],
      key,
      ["on_schema_change", "'append_new_columns'"],
      // A table, not a view, so that the rows cannot change between their reading and the merge.
      ["views_enabled", "false"],
    ];
  return [
    ["materialized", "'incremental'"],
    ["incremental_strategy", "'replace_periods'"],
    key,
    ["on_schema_change", "'fail'"],
    ["meta", windowMeta(materialize)],
  ];
}

function windowMeta({
  period,
  recompute,
  unit,
  zone,
}: Extract<DbtMaterialization, { kind: "periods" }>): string {
  const window = [
    ["period", jinjaString(sqlIdentifier(period))],
    ["recompute", jinjaString(`${recompute} ${unit}`)],
    ["zone", jinjaString(zone)],
  ] as const;
  return pythonDict(window);
}

/** Iceberg's own settings. Values are SQL literals. */
function tableProperties({ partitionBy, sortBy }: DbtModel): readonly Setting[] {
  const array = (values: readonly string[]) => sqlText(`ARRAY[${values.map(sqlString).join(", ")}]`);
  return [
    ...(partitionBy.length === 0 ? [] : [["partitioning", array(partitionBy)] as const]),
    ...(sortBy.length === 0 ? [] : [["sorted_by", array(sortBy)] as const]),
  ];
}

/** In double quotes where that saves escapes: `"ARRAY['month(day)']"`. */
function sqlText(text: string): string {
  return /^[\w ()[\]',.]*$/.test(text) ? `"${text}"` : jinjaString(text);
}

function pythonDict(entries: readonly Setting[]): string {
  return `{${entries.map(([key, value]) => `${jinjaString(key)}: ${value}`).join(", ")}}`;
}

function jinjaList(values: readonly string[]): string {
  return `[${values.map(jinjaString).join(", ")}]`;
}

function body(model: DbtModel): string {
  const { materialize } = model;
  if (materialize.kind === "periods")
    return `{%- set window = period_window() %}\n\n${framed(model, `{{ in_window(${jinjaString(sqlIdentifier(materialize.period))}, window) }}`)}`;
  if (materialize.kind !== "merge" || materialize.watermark === null) return sqlLines(model.sql);
  const { column, overlap } = materialize.watermark;
  const args = [column].map(sqlIdentifier).map(jinjaString);
  if (overlap !== null)
    args.push(overlap.isDate ? "'date'" : "'timestamp'", jinjaString(`${overlap.count} ${overlap.unit}`));
  return framed(model, `{{ after_watermark(${args.join(", ")}) }}`);
}

/** The query as a common table, and from it only the rows that this run is about. */
function framed(model: DbtModel, condition: string): string {
  const name = sqlIdentifier(model.name);
  const columns =
    model.columns.length === 0 ? ["*"] : model.columns.map((column) => sqlIdentifier(column.name));
  return [
    "with",
    "",
    `${name} as (`,
    sqlLines(model.sql, "    "),
    ")",
    "",
    "select",
    columns.map((column) => `    ${column}`).join(",\n"),
    `from ${name}`,
    `where ${condition}`,
  ].join("\n");
}
