import type { CommonTable, With } from "../ast/query.ts";
import { emptyQuery } from "./empty-query.ts";
import {
  advance,
  at,
  atName,
  eat,
  endOf,
  expect,
  expected,
  kindAt,
  type Parser,
  parseIdentifier,
  startOf,
} from "./parser.ts";
import { close, open, parseBracketed, parseList, recover } from "./recover.ts";

/** `WITH …` with all its common tables. */
export function parseWith(p: Parser): With {
  const start = startOf(p);
  advance(p);
  const isRecursive = eat(p, "RECURSIVE");
  const tables: CommonTable[] = [];
  do {
    tables.push(...parseList(p, parseCommonTable, atCommonTablesEnd, "the query"));
    if (atCommonTable(p)) expected(p, "`,` between two common tables");
    if (!at(p, "end")) recover(p);
  } while (atCommonTable(p));
  return { kind: "with", start, end: endOf(p, start), isRecursive, tables };
}

/** Whether a common table stands here, though no comma stood before it. */
function atCommonTable(p: Parser): boolean {
  return atName(p) && kindAt(p, 1) === "AS" && kindAt(p, 2) === "(";
}

function atCommonTablesEnd(p: Parser): boolean {
  if (atCommonTable(p)) return true;
  return at(p, "SELECT") || at(p, "VALUES") || at(p, "TABLE") || at(p, "(") || at(p, ")") || at(p, "end");
}

function parseCommonTable(p: Parser): CommonTable {
  const start = startOf(p);
  const name = parseIdentifier(p, "the name of a common table");
  const columns = at(p, "(") && !p.isPanicking ? parseBracketed(p, open(p), parseIdentifier) : [];
  expect(p, "AS");
  const opener = p.isPanicking && !at(p, "(") ? -1 : open(p, "`(` with a query");
  if (opener < 0 && at(p, "SELECT")) recover(p);
  const query = opener < 0 && !at(p, "SELECT") ? emptyQuery(p) : p.rules.query(p);
  close(p, opener);
  // Without its parentheses the common table may have taken the query itself.
  if (opener < 0 && at(p, "end")) p.isPanicking = true;
  return { kind: "common-table", start, end: endOf(p, start), name, columns, query };
}
