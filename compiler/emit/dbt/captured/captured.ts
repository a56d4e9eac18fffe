import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import type { Artifact } from "../../target.ts";
import { baseModel } from "./base-model.ts";
import { baseChangesModel } from "./changes-model.ts";
import { gapTest, incidentTest, reconcileTest } from "./data-tests.ts";
import { historyModel } from "./history-model.ts";
import { cdcMacros } from "./macros.ts";
import { modelsYaml } from "./models-yaml.ts";
import { sourcesYaml } from "./sources-yaml.ts";
import { changesModel, currentModel } from "./views.ts";

/** The user's file for what every project has. */
const CONFIG = "odp.config.ts";

/** Everything in the dbt project that follows from captured tables. */
export function capturedFiles(sources: readonly SourcePlan[]): readonly Artifact[] {
  if (sources.length === 0) return [];
  return [
    artifact("macros/cdc.sql", cdcMacros(CONFIG), []),
    ...sources.flatMap((source) => [
      artifact(`models/captured/${source.name}/_${source.name}__sources.yml`, sourcesYaml(source), [
        source.id,
      ]),
      ...source.tables.flatMap((table) => tableFiles(source, table)),
    ]),
  ];
}

function tableFiles(source: SourcePlan, table: TablePlan): readonly Artifact[] {
  const folder = `models/captured/${source.name}`;
  const tests = `tests/captured/${source.name}`;
  const model = (name: string | null, text: () => string): readonly Artifact[] =>
    name === null ? [] : [artifact(`${folder}/${name}.sql`, text(), [table.id])];
  return [
    ...model(table.baseModel, () => baseModel(source, table)),
    ...model(table.baseChangesModel, () => baseChangesModel(source, table)),
    ...model(table.currentModel, () => currentModel(table)),
    ...model(table.changesModel, () => changesModel(table)),
    ...model(table.historyModel, () => historyModel(source, table)),
    artifact(`${folder}/${table.currentModel}.yml`, modelsYaml(source, table), [table.id]),
    artifact(`${tests}/${table.currentModel}_no_incident.sql`, incidentTest(table), [table.id]),
    artifact(`${tests}/${table.currentModel}_no_gap.sql`, gapTest(source, table), [table.id]),
    artifact(`${tests}/${table.currentModel}_equals_source.sql`, reconcileTest(source, table), [table.id]),
  ];
}

function artifact(path: string, text: string, from: readonly string[]): Artifact {
  return { path: `dbt/${path}`, text, from };
}
