import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { print } from "../../../../compiler/sql/print/print.ts";
import { relationsOf } from "../../../../compiler/sql/relations.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";
import type { Catalog } from "../../../../compiler/sql/resolve/resolver.ts";
import { corpus, invalidQueries } from "../corpus.ts";
import { shapeOf, walk } from "../walk.ts";

const SEED = 20_260_101;
const MUTATIONS = 20_000;

/** Small, seeded, and good enough: mulberry32. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

/** Deletes, doubles, swaps or inserts pieces of one query, or of another one. */
function mutate(texts: readonly string[], random: (below: number) => number): string {
  const pick = (items: readonly string[]): string => items[random(items.length)] ?? "";
  let pieces: readonly string[] = pick(texts).match(/\w+|\s+|[^\w\s]/g) ?? [];
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(pieces.length + 1);
    const length = random(4);
    const other: readonly string[] = pick(texts).match(/\w+|\s+|[^\w\s]/g) ?? [];
    const from = random(other.length + 1);
    switch (random(4)) {
      case 0:
        pieces = [...pieces.slice(0, at), ...pieces.slice(at + length)];
        break;
      case 1:
        pieces = [...pieces.slice(0, at), ...other.slice(from, from + length), ...pieces.slice(at)];
        break;
      case 2:
        pieces = [...pieces.slice(0, at), ...other.slice(from, from + length), ...pieces.slice(at + length)];
        break;
      default:
        pieces = [
          ...pieces.slice(0, at),
          pick(["(", ")", "'", '"', ",", ".", "select", "/*", "--", "::", "\u0000", "é"]),
          ...pieces.slice(at),
        ];
    }
  }
  return pieces.join("");
}

/** Some of the corpus's tables are known, so that resolution and typing go both ways. */
const COLUMNS = [
  { name: "a", type: "varchar", isNullable: true },
  { name: "b", type: "array(row(x integer, y decimal(12,2)))" },
  { name: "id", type: "bigint", isNullable: false },
];
const catalog: Catalog = (parts) =>
  parts[0] === "t" || parts[1] === "orders" ? { columns: COLUMNS } : undefined;

test("mutated queries give a tree, spans inside the text, and print back when they are right", () => {
  const random = randomNumbers(SEED);
  const texts = [...corpus("valid"), ...corpus("own"), ...invalidQueries().map(({ text }) => text)];
  let valid = 0;
  for (let count = 0; count < MUTATIONS; count++) {
    const text = mutate(texts, random);
    const { query, problems } = parse(text);
    const bad = (start: number, end: number): boolean => !(start >= 0 && start <= end && end <= text.length);
    for (const { span } of problems) if (bad(span.start, span.end)) expect.fail(`problem outside of ${text}`);
    walk(query, (node) => {
      if (bad(node.start, node.end)) expect.fail(`${node.kind} outside of ${text}`);
    });
    for (const { span } of relationsOf(query).relations)
      if (bad(span.start, span.end)) expect.fail(`relation outside of ${text}`);
    for (const { span } of resolve(query, catalog).problems) {
      if (bad(span.start, span.end)) expect.fail(`resolved outside of ${text}`);
    }
    if (problems.length > 0) continue;
    valid++;
    let kinds = "";
    walk(query, ({ kind }) => {
      if (kind.startsWith("missing")) kinds += kind;
    });
    if (kinds !== "") expect.fail(`${kinds} without a problem in ${text}`);
    const again = parse(print(query));
    if (again.problems.length > 0 || shapeOf(again.query) !== shapeOf(query))
      expect.fail(`not printed back: ${text}\n${print(query)}`);
  }
  expect(valid).toBeGreaterThan(MUTATIONS / 20);
}, 60_000);
