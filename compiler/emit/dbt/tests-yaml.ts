import type { DbtColumn, DbtTest } from "../../plan/dbt.ts";
import { jinjaDbtValue, jinjaField } from "../../text/jinja.ts";
import { sqlIdentifier } from "../../text/sql.ts";
import type { YamlValue } from "../../text/yaml.ts";
import { refCall } from "./sql.ts";

/** Columns of a model, seed or external with the tests that stand on them. */
export function columnsYaml(columns: readonly DbtColumn[], tests: readonly DbtTest[]): readonly YamlValue[] {
  return columns.map((column) => {
    const own = tests.filter((test) => "column" in test && test.column === column.name);
    return {
      name: column.name,
      ...(column.description === "" ? {} : { description: jinjaDbtValue(column.description) }),
      data_type: column.type,
      ...(sqlIdentifier(column.name) === column.name ? {} : { quote: true }),
      ...(column.pii === null ? {} : { config: { meta: { pii: jinjaDbtValue(column.pii) } } }),
      ...(own.length === 0 ? {} : { data_tests: own.map(testYaml) }),
    };
  });
}

/** Tests that stand on the whole relation. */
export function tableTestsYaml(tests: readonly DbtTest[]): readonly YamlValue[] {
  return tests.filter((test) => !("column" in test) || test.column === null).map(testYaml);
}

function testYaml(test: DbtTest): YamlValue {
  const args = argumentsOf(test);
  const name = "name" in test && test.name !== null ? { name: test.name } : {};
  const config = {
    ...(test.severity === "error" ? {} : { severity: test.severity }),
    ...(test.kind === "relationships" && test.tags.length > 0 ? { tags: test.tags } : {}),
  };
  const more = {
    ...name,
    ...(test.description === "" ? {} : { description: jinjaDbtValue(test.description) }),
    ...(args === undefined ? {} : { arguments: args }),
    ...(Object.keys(config).length === 0 ? {} : { config }),
  };
  return Object.keys(more).length === 0 ? test.kind : { [test.kind]: more };
}

function argumentsOf(test: DbtTest): YamlValue | undefined {
  switch (test.kind) {
    case "not_null":
    case "unique":
      return undefined;
    case "accepted_values": {
      const areNumbers = test.values.every((value) => typeof value === "number");
      // dbt's own macro puts quotes around a value and nothing else.
      return areNumbers
        ? { values: test.values, quote: false }
        : { values: test.values.map((value) => jinjaField(String(value).replaceAll("'", "''"))) };
    }
    case "relationships":
      return { to: refCall(test.to), field: test.field };
    case "unique_combination":
      return { columns: test.columns.map(sqlIdentifier) };
    case "expression":
      return { expression: jinjaField(test.expression) };
    case "row_count":
      return {
        ...(test.min === null ? {} : { min: test.min }),
        ...(test.max === null ? {} : { max: test.max }),
      };
  }
}
