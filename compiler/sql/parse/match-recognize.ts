import type { MatchRecognize, Relation } from "../ast/relation.ts";
import {
  parseDefinition,
  parseMeasure,
  parsePatternClause,
  parseSearch,
  parseSkipTo,
  parseSubset,
} from "./match-clauses.ts";
import { advance, eat, eatSequence, endOf, expect, type Parser } from "./parser.ts";
import { close, open, parseCommas } from "./recover.ts";
import { parseOrderBy } from "./window.ts";

/** `input MATCH_RECOGNIZE (…)`, from the word on; `start` is where the input starts. */
export function parseMatchRecognize(p: Parser, start: number, input: Relation): MatchRecognize {
  advance(p);
  const opener = open(p);
  const partitionBy = eatSequence(p, "PARTITION", "BY") ? parseCommas(p, p.rules.expression) : [];
  const orderBy = parseOrderBy(p);
  const measures = eat(p, "MEASURES") ? parseCommas(p, parseMeasure) : [];
  const rows = parseRows(p);
  const skipTo = parseSkipTo(p);
  const search = parseSearch(p);
  const pattern = parsePatternClause(p);
  const subsets = eat(p, "SUBSET") ? parseCommas(p, parseSubset) : [];
  const definitions = expect(p, "DEFINE") ? parseCommas(p, parseDefinition) : [];
  close(p, opener);
  return {
    kind: "match-recognize",
    start,
    end: endOf(p, start),
    input,
    partitionBy,
    orderBy,
    measures,
    rows,
    skipTo,
    search,
    pattern,
    subsets,
    definitions,
  };
}

function parseRows(p: Parser): MatchRecognize["rows"] {
  if (eatSequence(p, "ONE", "ROW", "PER", "MATCH")) return "one";
  if (!eatSequence(p, "ALL", "ROWS", "PER", "MATCH")) return undefined;
  if (eatSequence(p, "SHOW", "EMPTY", "MATCHES")) return "all-show-empty";
  if (eatSequence(p, "OMIT", "EMPTY", "MATCHES")) return "all-omit-empty";
  return eatSequence(p, "WITH", "UNMATCHED", "ROWS") ? "all-with-unmatched" : "all";
}
