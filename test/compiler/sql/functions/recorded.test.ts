import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";

function linesOf(file: string): readonly string[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** The type of one expression, over one column `x` if a type is given for it. */
function typed(expression: string, argument?: string): string {
  const parsed = parse(`select ${expression}${argument === undefined ? "" : " from t"}`);
  if (parsed.problems.length > 0) return "refused";
  const resolved = resolve(parsed.query, () => ({
    columns: argument === undefined ? [] : [{ name: "x", type: argument }],
  }));
  const errors = resolved.problems.filter(({ severity }) => severity !== "warning");
  if (errors.length > 0) return "refused";
  return resolved.columns[0]?.type ?? "not known";
}

test("every recorded function over one column of each type", () => {
  let asked = 0;
  const wrong: string[] = [];
  for (const line of linesOf("./by-argument.txt")) {
    const [, expression = "", rest = ""] = /^(.*?): (.*)$/.exec(line) ?? [];
    for (const entry of rest.split("; ")) {
      asked++;
      const [argument = "", recorded = ""] = entry.split(" = ");
      const answer = typed(expression.replaceAll("?", "x"), argument);
      if (answer !== recorded) wrong.push(`${expression} of ${argument}: ${answer}, recorded ${recorded}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(425);
});

test("every recorded expression without columns", () => {
  let asked = 0;
  const wrong: string[] = [];
  for (const line of linesOf("./expressions.txt")) {
    asked++;
    const [expression = "", recorded = ""] = line.split(" => ");
    const answer = typed(expression);
    if (answer !== recorded) wrong.push(`${expression}: ${answer}, recorded ${recorded}`);
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(124);
});
