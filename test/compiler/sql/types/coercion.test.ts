import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { choose } from "../../../../compiler/sql/functions/choose.ts";
import { functionNamed, operatorNamed } from "../../../../compiler/sql/functions/table.ts";
import { canCast } from "../../../../compiler/sql/types/cast.ts";
import { canCoerce, commonSuperType } from "../../../../compiler/sql/types/coercion.ts";
import { parseType } from "../../../../compiler/sql/types/parse-type.ts";
import { isComparable, isOrderable, type Type } from "../../../../compiler/sql/types/type.ts";

function linesOf(file: string): readonly string[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

function typeOf(text: string): Type {
  const type = parseType(text);
  if (type === undefined) throw new Error(`no type: ${text}`);
  return type;
}

/** What an operator gives, as the recorded files write it. */
function operated(operator: string, left: Type, right: Type): string {
  const overloads =
    operator === "concat" ? functionNamed(operator)?.overloads : operatorNamed(`$${operator}`);
  const choice = choose(overloads ?? [], [left, right]);
  return typeof choice === "string" ? "refused" : choice.returns.text;
}

function met(operator: string, left: Type, right: Type): string {
  const common = commonSuperType(left, right);
  if (common === undefined) return "refused";
  if (operator === "union") return common.text;
  return (operator === "equal" ? isComparable(common) : isOrderable(common)) ? "" : "refused";
}

const ARITHMETIC = ["add", "subtract", "multiply", "divide", "modulus", "concat"];

test("every recorded coercion, operator and cast over pairs of 39 types", () => {
  const [header = "", ...lines] = linesOf("./coercions.txt");
  const types = header.slice("types ".length).split("; ").map(typeOf);
  const answers = new Map<string, string>();
  for (const line of lines) {
    const [, operator = "", left = "", rest = ""] = /^(\w+) ([^:]+): (.*)$/.exec(line) ?? [];
    for (const entry of rest.split("; ")) {
      const [right = "", result = ""] = entry.split(" = ");
      answers.set(`${operator} ${left} and ${right}`, result);
    }
  }
  let asked = 0;
  const wrong: string[] = [];
  const ask = (question: string, answer: string): void => {
    asked++;
    const recorded = answers.get(question) ?? "refused";
    if (answer !== recorded) wrong.push(`${question}: ${answer}, recorded ${recorded}`);
  };
  for (const [index, left] of types.entries()) {
    for (const right of types.slice(index))
      for (const operator of ["union", "equal", "less"])
        ask(`${operator} ${left.text} and ${right.text}`, met(operator, left, right));
    for (const right of types) {
      for (const operator of ARITHMETIC)
        ask(`${operator} ${left.text} and ${right.text}`, operated(operator, left, right));
      if (right.text !== "unknown")
        ask(`cast ${left.text} and ${right.text}`, canCast(left, right) ? "" : "refused");
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(12_948);
});

test("every recorded operator over two decimals", () => {
  let asked = 0;
  const wrong: string[] = [];
  for (const line of linesOf("./decimals.txt")) {
    const [, operator = "", left = "", rest = ""] = /^(\w+) ([^:]+): (.*)$/.exec(line) ?? [];
    for (const entry of rest.split("; ")) {
      asked++;
      const [right = "", recorded = ""] = entry.split(" = ");
      const answer = operated(operator, typeOf(`decimal${left}`), typeOf(`decimal${right}`)).replace(
        "decimal",
        "",
      );
      if (answer !== recorded) wrong.push(`${left} ${operator} ${right}: ${answer}, recorded ${recorded}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBe(1280);
});

test("coercion goes one way", () => {
  expect(canCoerce(typeOf("integer"), typeOf("bigint"))).toBe(true);
  expect(canCoerce(typeOf("bigint"), typeOf("integer"))).toBe(false);
  expect(canCoerce(typeOf("decimal(5,2)"), typeOf("decimal(6,2)"))).toBe(true);
  expect(canCoerce(typeOf("decimal(5,2)"), typeOf("decimal(5,1)"))).toBe(false);
  expect(canCoerce(typeOf("varchar"), typeOf("varchar(5)"))).toBe(false);
  expect(canCoerce(typeOf("array(varchar(3))"), typeOf("array(varchar)"))).toBe(true);
});
