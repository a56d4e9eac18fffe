import { header } from "../../text/header.ts";
import { CREATE_TABLE_AS } from "./macros/create-table-as.ts";
import { GENERATE_SCHEMA_NAME } from "./macros/generate-schema-name.ts";
import { MOVE_TABLE } from "./macros/move-table.ts";
import { REPLACE_PERIODS } from "./macros/replace-periods.ts";
import { GENERIC_TESTS } from "./macros/tests.ts";
import { AFTER_WATERMARK } from "./macros/watermark.ts";
import { PERIOD_WINDOW } from "./macros/window.ts";

/** The project's own macros: path below `dbt/` and text. They are the same in every project. */
export function macroFiles(configFile: string): readonly (readonly [string, string])[] {
  return MACROS.map(([path, text]) => [path, `${header("jinja", configFile)}${text}`]);
}

const MACROS: readonly (readonly [string, string])[] = [
  ["macros/after_watermark.sql", AFTER_WATERMARK],
  ["macros/create_table_as.sql", CREATE_TABLE_AS],
  ["macros/generate_schema_name.sql", GENERATE_SCHEMA_NAME],
  ["macros/move_table.sql", MOVE_TABLE],
  ["macros/period_window.sql", PERIOD_WINDOW],
  ["macros/replace_periods.sql", REPLACE_PERIODS],
  ...GENERIC_TESTS.map(([name, text]) => [`tests/generic/${name}.sql`, text] as const),
];
