import type { DbtSingularTest } from "../../plan/dbt.ts";
import { header } from "../../text/header.ts";
import { jinjaDbtValue, jinjaString } from "../../text/jinja.ts";
import { yaml } from "../../text/yaml.ts";
import { refCall, sqlLines } from "./sql.ts";

/** A query for wrong rows. */
export function singularSql(test: DbtSingularTest): string {
  const config = [
    ...(test.severity === "error" ? [] : [`severity=${jinjaString(test.severity)}`]),
    ...(test.group === null ? [] : [`group=${jinjaString(test.group)}`]),
    ...(test.tags.length === 0 ? [] : [`tags=[${test.tags.map(jinjaString).join(", ")}]`]),
  ];
  const block = config.length === 0 ? "" : `{{ config(${config.join(", ")}) }}\n\n`;
  const query =
    test.conditionOn === null
      ? sqlLines(test.sql)
      : `select *\nfrom {{ ${refCall(test.conditionOn)} }}\nwhere not (\n${sqlLines(test.sql, "    ")}\n)`;
  return `${header("jinja", test.file)}${block}${query}\n`;
}

export function singularYaml(test: DbtSingularTest): string {
  return `${header("hash", test.file)}${yaml({ data_tests: [{ name: test.name, description: jinjaDbtValue(test.description) }] })}`;
}
