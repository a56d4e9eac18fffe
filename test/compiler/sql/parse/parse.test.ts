import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { corpus, invalidQueries } from "../corpus.ts";
import { shapeOf, walk } from "../walk.ts";

test.each([...corpus("valid"), ...corpus("own")])("accepts %s", (text) => {
  expect(parse(text).problems).toEqual([]);
});

test.each(invalidQueries())("refuses $text", ({ text, problems }) => {
  const found = parse(text).problems.map(({ slug, span, message, help }) => {
    const piece = JSON.stringify(text.slice(span.start, span.end));
    return `${slug} ${piece} ${message}${help === undefined ? "" : ` -- ${help}`}`;
  });
  expect(found).toEqual(problems);
});

test("the corpus is as large as it claims to be", () => {
  expect(corpus("valid").length).toBeGreaterThanOrEqual(150);
  expect(invalidQueries().length).toBeGreaterThanOrEqual(60);
  expect(invalidQueries().every(({ problems }) => problems.length > 0)).toBe(true);
});

test.each(corpus("valid"))("children lie inside their parents: %s", (text) => {
  walk(parse(text).query, (node, parent) => {
    expect(node.start).toBeLessThanOrEqual(node.end);
    expect(node.start).toBeGreaterThanOrEqual(parent?.start ?? 0);
    expect(node.end).toBeLessThanOrEqual(parent?.end ?? text.length);
  });
});

test("spans cut the piece that a node was read from", () => {
  const text = "select (a + b) * c as total, f(x)[1].y from shop.orders o join s using (k) where (a) = 'x'";
  const pieces = new Map<string, readonly string[]>();
  walk(parse(text).query, ({ kind, start, end }) => {
    pieces.set(kind, [...(pieces.get(kind) ?? []), text.slice(start, end)].sort());
  });
  expect(pieces.get("binary")).toEqual(["(a + b) * c", "a + b"]);
  expect(pieces.get("field")).toEqual(["f(x)[1].y"]);
  expect(pieces.get("subscript")).toEqual(["f(x)[1]"]);
  expect(pieces.get("aliased")).toEqual(["shop.orders o"]);
  expect(pieces.get("join")).toEqual(["shop.orders o join s using (k)"]);
  expect(pieces.get("comparison")).toEqual(["(a) = 'x'"]);
});

/** The shape of the only item of a select list. */
function shapeOfExpression(text: string): string {
  return shapeOf(parse(`select ${text}`).query);
}

test.each([
  ["a + b * c", "a + (b * c)"],
  ["a - b - c", "(a - b) - c"],
  ["a || b + c", "a || (b + c)"],
  ["-a * b", "(-a) * b"],
  ["- a at time zone 'x'", "-(a at time zone 'x')"],
  ["not a = b and c or d", "((not (a = b)) and c) or d"],
  ["a = b + c || d", "a = ((b + c) || d)"],
  ["a between b and c and d", "(a between b and c) and d"],
  ["x -> x + 1 or y", "x -> ((x + 1) or y)"],
  ["a.b[1].c", "((a.b)[1]).c"],
  ["cast(a as timestamp with time zone array)", "cast(a as array(timestamp with time zone))"],
  ["U&'\\0041''b'", "'A''b'"],
])("%s means %s", (text, meaning) => {
  expect(shapeOfExpression(text)).toBe(shapeOfExpression(meaning));
});

test.each([
  ["a - (b - c)", "a - b - c"],
  ["(a or b) and c", "a or b and c"],
  ["not (a and b)", "not a and b"],
  ["(a, b)", "row(a, c)"],
])("%s does not mean %s", (text, other) => {
  expect(shapeOfExpression(text)).not.toBe(shapeOfExpression(other));
});

test("intersect binds tighter than union and except, which lean to the left", () => {
  const shape = (text: string): string => shapeOf(parse(text).query.body);
  const nested = parse("select 1 union select 2 except select 3").query.body;
  expect(nested).toMatchObject({ operator: "except", left: { operator: "union" } });
  expect(parse("select 1 union select 2 intersect select 3").query.body).toMatchObject({
    operator: "union",
    right: { operator: "intersect" },
  });
  expect(shape("select 1 union select 2")).not.toBe(shape("select 1 union all select 2"));
});

test.each([
  ["parentheses", `select ${"(".repeat(10_000)}1${")".repeat(10_000)}`],
  ["open parentheses", `select ${"(".repeat(100_000)}`],
  ["square brackets", `select ${"[".repeat(100_000)}`],
  ["queries", "select * from ".repeat(1) + "(select * from ".repeat(10_000)],
  ["relations", `select * from ${"(".repeat(10_000)}t${")".repeat(10_000)}`],
  ["joins", `select * from t${" join t".repeat(10_000)}`],
  ["cross joins", `select * from t${" cross join t".repeat(10_000)}`],
  ["sums", `select 1${" + 1".repeat(50_000)}`],
  ["nots", `select ${"not ".repeat(50_000)}1`],
  ["signs", `select ${"- ".repeat(50_000)}1`],
  ["cases", `select ${"case when ".repeat(50_000)}`],
  ["calls", `select ${"f(".repeat(10_000)}1${")".repeat(10_000)}`],
  ["lambdas", `select ${"x -> ".repeat(10_000)}1`],
  ["types", `select cast(a as ${"array(".repeat(10_000)}b${")".repeat(10_000)})`],
  ["unions", `select 1${" union select 1".repeat(20_000)}`],
  ["casts", `select 1${"::int".repeat(20_000)}`],
  ["blocks", `with function f() returns bigint ${"begin ".repeat(10_000)}`],
])("nesting of %s ends in a problem, quickly", (_, text) => {
  const before = performance.now();
  expect(parse(text).problems.map(({ slug }) => slug)).toContain("too-deep");
  expect(performance.now() - before).toBeLessThan(5000);
});

test("long lists are read to their end", () => {
  const condition = `select * from t where ${"a = 1 and ".repeat(50_000)}b in (${"1, ".repeat(50_000)}2)`;
  expect(parse(condition).problems).toEqual([]);
  expect(parse(`select ${"(".repeat(200)}1${")".repeat(200)}`).problems).toEqual([]);
});
