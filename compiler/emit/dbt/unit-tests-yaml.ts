import type { DbtFixture, DbtModel, DbtUnitTest } from "../../plan/dbt.ts";
import { jinjaDbtValue, jinjaField } from "../../text/jinja.ts";
import { sqlIdentifier, sqlLiteral, sqlString } from "../../text/sql.ts";
import { flow, type YamlValue } from "../../text/yaml.ts";
import { refCall } from "./sql.ts";

/**
 * A unit test. Rows are SQL with a cast of every column to its declared type: dbt itself would cast by `try_cast`,
 * which turns a value that does not fit into null without a word.
 * dbt renders them twice: as YAML, and as the query of the input.
 */
export function unitTestYaml(model: DbtModel, test: DbtUnitTest): YamlValue {
  return {
    name: `${model.name}_${slug(test.name)}`,
    description: jinjaDbtValue(test.description === "" ? test.name : test.description),
    model: model.name,
    ...(test.isIncremental ? { overrides: { macros: { is_incremental: false } } } : {}),
    given: test.given.map(({ input, fixture }) => ({
      input: refCall(input),
      format: "sql",
      rows: jinjaField(jinjaField(fixtureSql(fixture))),
    })),
    expect: { rows: expectedRows(test.expect) },
  };
}

/** Rows by column: dbt compares the columns that they name, and only those. */
function expectedRows({ columns, rows }: DbtFixture): readonly YamlValue[] {
  return rows.map((row) =>
    flow(
      new Map(
        columns.map(({ name }, index): [string, YamlValue] => {
          const value = row[index] ?? null;
          return [name, typeof value === "string" ? jinjaField(value) : value];
        }),
      ),
    ),
  );
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** A query that yields the rows of a fixture. */
export function fixtureSql({ columns, rows }: DbtFixture): string {
  const filled = columns.map((_, index) => rows.some((row) => (row[index] ?? null) !== null));
  const named = columns.filter((_, index) => filled[index]);
  const select = columns.map(
    ({ name, type }, index) => `  ${selected(sqlIdentifier(name), type, filled[index] === true)}`,
  );
  const head = `select\n${select.join(",\n")}`;
  if (rows.length === 0) return `${head}\nwhere false`;
  // A row needs at least one value to be a row.
  if (named.length === 0)
    return `${head}\nfrom (values ${rows.map(() => "(1)").join(", ")}) as fixture (row_number)`;
  const values = rows.map(
    (row) =>
      `  (${row
        .filter((_, index) => filled[index])
        .map(literal)
        .join(", ")})`,
  );
  return `${head}\nfrom (values\n${values.join(",\n")}\n) as fixture (${named.map(({ name }) => sqlIdentifier(name)).join(", ")})`;
}

/** All values of a column stand as text, so that rows of one column always have one type. */
function literal(value: DbtFixture["rows"][number][number]): string {
  if (value === null) return "null";
  return typeof value === "string"
    ? sqlString(value)
    : sqlString(sqlLiteral(value).replace(/^\((.*)\)$/, "$1"));
}

/** One column of the fixture, cast to its type; a column that no row fills is null. */
function selected(name: string, type: string, isFilled: boolean): string {
  if (!isFilled) return `cast(null as ${type}) as ${name}`;
  const value = cast(name, type);
  return value === name ? name : `${value} as ${name}`;
}

function cast(value: string, type: string): string {
  if (type === "varchar") return value;
  if (type === "varbinary") return `from_hex(${value})`;
  if (/^(?:array|map|row)\(/.test(type)) return `cast(json_parse(${value}) as ${type})`;
  return `cast(${value} as ${type})`;
}
