import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { dbtFiles } from "./files.ts";
import { kitchen } from "./kitchen.ts";
import {
  breaches,
  configKeys,
  PROFILES,
  projectRule,
  RESOURCES,
  type Rule,
  SELECTORS,
  SQL_CONFIG_KEYS,
} from "./yaml-language.ts";

const OUTPUT = resolve(import.meta.dirname, "../../../../dags-out");

describe("the YAML language of dbt", () => {
  test("holds every key that the compiler writes", () => {
    expect(wrong(dbtFiles(kitchen))).toEqual([]);
  });

  for (const project of readdirSync(OUTPUT).filter((name) => existsSync(join(OUTPUT, name, "dbt"))))
    test(`holds every key of ${project}`, () => {
      expect(wrong(filesBelow(join(OUTPUT, project, "dbt")))).toEqual([]);
    });

  test("finds keys that are not there, or at another place", () => {
    const model = (more: object) => ({ models: [{ name: "orders", config: {}, ...more }] });
    expect(breaches(RESOURCES, model({ tests: [] }))).toEqual([".models[0].tests: unknown"]);
    expect(breaches(RESOURCES, model({ tags: ["x"] }))).toEqual([".models[0].tags: unknown"]);
    expect(breaches(RESOURCES, model({ config: { view_enabled: true } }))).toEqual([
      ".models[0].config.view_enabled: unknown",
    ]);
    expect(breaches(RESOURCES, model({ columns: [{ name: "id", data_type: "bigint", meta: {} }] }))).toEqual([
      ".models[0].columns[0].meta: unknown",
    ]);
    expect(
      breaches(
        RESOURCES,
        model({
          columns: [{ name: "id", data_type: "bigint", data_tests: [{ accepted_values: { values: [1] } }] }],
        }),
      ),
    ).toEqual([".models[0].columns[0].data_tests[0].accepted_values.values: unknown"]);
    expect(configKeys("{{ config(view_enabled=false) }}\nselect a=b")).toEqual(["view_enabled"]);
  });
});

function wrong(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    if (path.endsWith(".sql"))
      return configKeys(text)
        .filter((key) => !SQL_CONFIG_KEYS.has(key))
        .map((key) => `${path}: config(${key})`);
    if (!path.endsWith(".yml")) return [];
    const document: unknown = parse(text, { version: "1.1" });
    return breaches(ruleOf(path, document), document).map((breach) => `${path}${breach}`);
  });
}

function ruleOf(path: string, document: unknown): Rule {
  if (path === "dbt_project.yml")
    return projectRule(
      typeof document === "object" && document !== null && "name" in document ? String(document.name) : "",
    );
  if (path === "profiles.yml") return PROFILES;
  return path === "selectors.yml" ? SELECTORS : RESOURCES;
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
  );
}
