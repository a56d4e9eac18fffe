import type { ColumnPlan, SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaDbtValue } from "../../../text/jinja.ts";
import { sqlIdentifier } from "../../../text/sql.ts";
import { type YamlValue, yaml } from "../../../text/yaml.ts";
import { ownership } from "../ownership.ts";
import { columnsYaml, tableTestsYaml } from "../tests-yaml.ts";
import { baseUnitTests } from "./unit-tests.ts";

/** The `.yml` file of the models of a table: the state with its unit tests, what users read with its tests. */
export function modelsYaml(source: SourcePlan, table: TablePlan): string {
  const units = baseUnitTests(source, table);
  const document = {
    models: [
      base(table),
      ...(table.baseChangesModel === null ? [] : [baseChanges(table, table.baseChangesModel)]),
      current(table),
      ...(table.changesModel === null ? [] : [changes(table, table.changesModel)]),
      ...(table.historyModel === null ? [] : [history(table, table.historyModel)]),
    ],
    ...(units.length === 0 ? {} : { unit_tests: units }),
  };
  return header("hash", table.file) + yaml(document);
}

/** What every model of a table says of itself. */
function about(table: TablePlan, text: string): Readonly<Record<string, YamlValue>> {
  const config = ownership(table);
  return {
    description: jinjaDbtValue([table.description, text].filter((part) => part !== "").join("\n")),
    ...(Object.keys(config).length === 0 ? {} : { config }),
  };
}

const own = (name: string, type: string, description: string): YamlValue => ({
  name,
  data_type: type,
  description,
});

const declared = (columns: readonly ColumnPlan[]): readonly YamlValue[] =>
  columnsYaml(columns.map(asDbt), []);

const asDbt = ({ name, description, stateType, nullable, pii }: ColumnPlan) => ({
  name,
  description,
  type: stateType,
  nullable,
  pii,
});

const INSTANT = "timestamp(6) with time zone";

function base(table: TablePlan): YamlValue {
  return {
    name: table.baseModel,
    ...about(
      table,
      "The newest state of each row over all epochs; deleted rows are kept as tombstones with their last values.",
    ),
    columns: [
      ...declared(table.columns),
      own(
        "_is_deleted",
        "boolean",
        "Deleted in the source, or not shown by the complete snapshot of a newer epoch.",
      ),
      own(
        "_changed_at",
        INSTANT,
        "When the source committed the last change; of a deleted row, when it was deleted.",
      ),
      own("_cdc_lsn", "bigint", "Highest position in the log that the row has seen in its epoch."),
      own("_odp_epoch", "integer", "Epoch of the last change."),
      own(
        "_odp_incidents",
        "bigint",
        "Changes of this epoch that came with a position that should not have been possible.",
      ),
      own("_odp_batch", "bigint", "Run of the model that wrote the row."),
      own("_odp_progress", "varchar", "How far the changelog was read by the end of that run."),
    ],
  };
}

function baseChanges(table: TablePlan, name: string): YamlValue {
  return {
    name,
    ...about(table, "Every change, once, with what the next run needs to go on."),
    columns: [...declared(table.columns), ...CHANGE_COLUMNS],
  };
}

function current(table: TablePlan): YamlValue {
  const tests = tableTestsYaml(table.tests);
  return {
    name: table.currentModel,
    ...about(table, `The table ${table.name} as it is now.`),
    columns: columnsYaml(table.columns.map(asDbt), table.tests),
    ...(tests.length === 0 ? {} : { data_tests: tests }),
  };
}

const CHANGE_COLUMNS: readonly YamlValue[] = [
  own("_operation", "varchar", "insert, update, delete or snapshot."),
  own("_changed_at", INSTANT, "When the source committed the change."),
  own("_position", "bigint", "Order of the change within its key: epoch, then offset."),
];

function changes(table: TablePlan, name: string): YamlValue {
  return {
    name,
    ...about(table, `Every change of ${table.name}, one row each, deletes with their last values.`),
    columns: [...declared(table.columns), ...CHANGE_COLUMNS],
  };
}

function history(table: TablePlan, name: string): YamlValue {
  return {
    name,
    ...about(
      table,
      `Every version of each row of ${table.name}, half-open in time, from the first snapshot.`,
    ),
    columns: [
      ...declared(table.columns),
      own("_valid_from", INSTANT, "From when the version held, included."),
      own("_valid_to", INSTANT, "Until when it held, excluded; null for the version that holds now."),
      own("_is_current", "boolean", "Whether the version holds now."),
    ],
    data_tests: [
      { unique_combination: { arguments: { columns: [...table.key.map(sqlIdentifier), "_valid_from"] } } },
    ],
  };
}
