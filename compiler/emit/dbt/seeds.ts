import type { DbtSeed } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaDbtValue } from "../../text/jinja.ts";
import { yaml } from "../../text/yaml.ts";
import { ownership } from "./ownership.ts";
import { columnsYaml, tableTestsYaml } from "./tests-yaml.ts";

/** The rows of a seed. A CSV file of the user's stays as it is; null is an empty field. */
export function seedCsv({ columns, content }: DbtSeed): string {
  if ("csv" in content) return content.csv.endsWith("\n") ? content.csv : `${content.csv}\n`;
  const rows = [
    columns.map(({ name }) => name),
    ...content.rows.map((row) => row.map((value) => (value === null ? "" : String(value)))),
  ];
  return rows.map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function seedYaml(seed: DbtSeed): string {
  const tests = tableTestsYaml(seed.tests);
  const document = {
    seeds: [
      {
        name: seed.name,
        ...(seed.description === "" ? {} : { description: jinjaDbtValue(seed.description) }),
        config: {
          column_types: new Map(seed.columns.map(({ name, type }) => [name, type])),
          ...ownership(seed),
        },
        columns: columnsYaml(seed.columns, seed.tests),
        ...(tests.length === 0 ? {} : { data_tests: tests }),
      },
    ],
  };
  return `${header("hash", seed.file)}${yaml(document)}`;
}
