import type { DbtExternal } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaDbtValue } from "../../text/jinja.ts";
import { yaml } from "../../text/yaml.ts";
import { ownership } from "./ownership.ts";
import { columnsYaml, tableTestsYaml } from "./tests-yaml.ts";

/** A table that somebody else writes, as a dbt source. Externals of one schema share its source, a file each. */
export function externalYaml(external: DbtExternal): string {
  const tests = tableTestsYaml(external.tests);
  const config = {
    ...ownership(external),
    ...(external.landedAt === null ? {} : freshness(external.landedAt, external.freshSeconds)),
  };
  const document = {
    sources: [
      {
        name: external.source,
        ...(external.catalog === null ? {} : { database: external.catalog }),
        schema: external.schema,
        tables: [
          {
            name: external.name,
            ...(external.table === external.name ? {} : { identifier: external.table }),
            description: jinjaDbtValue(
              [external.description, `Landed by ${external.landedBy}.`]
                .filter((line) => line !== "")
                .join("\n"),
            ),
            ...(Object.keys(config).length === 0 ? {} : { config }),
            columns: columnsYaml(external.columns, external.tests),
            ...(tests.length === 0 ? {} : { data_tests: tests }),
          },
        ],
      },
    ],
  };
  return `${header("hash", external.file)}${yaml(document)}`;
}

/** dbt counts in whole minutes, hours and days. */
function freshness(landedAt: string, freshSeconds: number) {
  const minutes = Math.max(1, Math.ceil(freshSeconds / 60));
  const [count, period] =
    minutes % 1440 === 0
      ? [minutes / 1440, "day"]
      : minutes % 60 === 0
        ? [minutes / 60, "hour"]
        : [minutes, "minute"];
  return { loaded_at_field: landedAt, freshness: { error_after: { count, period } } };
}
