import type { Fetch, Limit, Query, RowCount } from "../ast/query.ts";
import { reportForeign } from "./foreign.ts";
import { advance, at, eat, eatSequence, endOf, expected, type Parser, startOf, textAt } from "./parser.ts";

/** `OFFSET n [ROW|ROWS]`. */
export function parseOffset(p: Parser): RowCount {
  advance(p);
  const count = parseRowCount(p);
  if (!eat(p, "ROW")) eat(p, "ROWS");
  return count;
}

/** `LIMIT n`, `LIMIT ALL`, `FETCH FIRST n ROWS ONLY`. */
export function parseLimit(p: Parser): Query["limit"] {
  return at(p, "FETCH") ? parseFetch(p) : parseLimitRows(p);
}

function parseLimitRows(p: Parser): Limit {
  const start = startOf(p);
  advance(p);
  if (eat(p, "ALL")) return { kind: "limit", start, end: endOf(p, start), rows: undefined };
  const first = p.at;
  const rows = parseRowCount(p);
  if (at(p, ",") && (p.kinds[p.at + 1] === "integer" || p.kinds[p.at + 1] === "?")) {
    const help = `write \`offset ${textAt(p, first)} limit ${textAt(p, p.at + 1)}\``;
    reportForeign(p, p.at, "`limit` takes one number", help, p.at + 1);
    advance(p, 2);
  }
  return { kind: "limit", start, end: endOf(p, start), rows };
}

function parseFetch(p: Parser): Fetch {
  const start = startOf(p);
  advance(p);
  if (!eat(p, "FIRST") && !eat(p, "NEXT")) expected(p, "`first` or `next`");
  const rows = at(p, "ROW") || at(p, "ROWS") ? undefined : parseRowCount(p);
  if (!eat(p, "ROW") && !eat(p, "ROWS")) expected(p, "`rows`");
  const withTies = eatSequence(p, "WITH", "TIES");
  if (!withTies && !eat(p, "ONLY")) expected(p, "`only` or `with ties`");
  return { kind: "fetch", start, end: endOf(p, start), rows, withTies };
}

function parseRowCount(p: Parser): RowCount {
  const start = startOf(p);
  const count = at(p, "integer") ? textAt(p, p.at) : undefined;
  if (count === undefined && !at(p, "?")) expected(p, "a whole number", "Trino computes no expression here");
  else advance(p);
  return { kind: "row-count", start, end: endOf(p, start), count };
}
