import type { DbtModel } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaDbtValue } from "../../text/jinja.ts";
import { yaml } from "../../text/yaml.ts";
import { ownership } from "./ownership.ts";
import { columnsYaml, tableTestsYaml } from "./tests-yaml.ts";
import { unitTestYaml } from "./unit-tests-yaml.ts";

/** The `.yml` file beside a model: what it is, who may read it, and its tests. */
export function modelYaml(model: DbtModel): string {
  const tests = tableTestsYaml(model.tests);
  const columns = columnsYaml(model.columns, model.tests);
  const document = {
    models: [
      {
        name: model.name,
        ...(model.description === "" ? {} : { description: jinjaDbtValue(model.description) }),
        config: {
          ...(model.group === null ? {} : { group: model.group }),
          access: model.access,
          ...(model.contract ? { contract: { enforced: true } } : {}),
          ...ownership(model, model.takes === null ? {} : { takes: model.takes }),
        },
        ...(columns.length === 0 ? {} : { columns }),
        ...(tests.length === 0 ? {} : { data_tests: tests }),
      },
    ],
    ...(model.unitTests.length === 0
      ? {}
      : { unit_tests: model.unitTests.map((test) => unitTestYaml(model, test)) }),
  };
  return `${header("hash", model.file)}${yaml(document)}`;
}
