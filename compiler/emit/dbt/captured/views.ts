// The views that users read: exactly the declared columns.
import type { TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaString } from "../../../text/jinja.ts";
import * as columns from "./columns.ts";
import { configBlock } from "./config-block.ts";

/** The table as it is now. */
export function currentModel(table: TablePlan): string {
  return [
    header("jinja", table.file) + viewConfig(table, table.currentTable),
    "select",
    `    ${columns.lines(declared(table), "    ")}`,
    `from {{ ref(${jinjaString(table.baseModel)}) }}`,
    "where not _is_deleted",
    "",
  ].join("\n");
}

/** Every change of the table. */
export function changesModel(table: TablePlan): string {
  return [
    header("jinja", table.file) + viewConfig(table, table.changesTable),
    "select",
    `    ${columns.lines([...declared(table), "_operation", "_changed_at", "_position"], "    ")}`,
    `from {{ ref(${jinjaString(table.baseChangesModel ?? "")}) }}`,
    "",
  ].join("\n");
}

export function viewConfig(table: TablePlan, alias: string): string {
  return configBlock([
    ["materialized", "'view'"],
    ["schema", jinjaString(table.currentSchema)],
    ["alias", jinjaString(alias)],
    ["tags", "['cdc']"],
  ]);
}

const declared = (table: TablePlan): readonly string[] =>
  table.columns.map(({ name }) => columns.identifier(name));
