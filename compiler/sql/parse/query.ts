import type { CommonTable, Query, QueryBody, SessionProperty, SetOperation, With } from "../ast/query.ts";
import { nearest } from "../nearest.ts";
import { isName, type TokenKind } from "../tokens.ts";
import { parseQuantifier } from "./call.ts";
import { reportForeign } from "./foreign.ts";
import { parseLimit, parseOffset } from "./limit.ts";
import {
  advance,
  at,
  atName,
  atSequence,
  chain,
  eat,
  endOf,
  enter,
  expect,
  expected,
  kindAt,
  leave,
  missing,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  startOf,
  textAt,
} from "./parser.ts";
import { atClause, close, open, parseBracketed, parseCommas, parseList, recover, skipTo } from "./recover.ts";
import { parseFunctions } from "./routine.ts";
import { atMisplacedClause, parseSelect, skipMisplacedClause } from "./select.ts";
import { parseSortItem } from "./window.ts";

/** A query with its common tables, order and limits. */
export function parseQuery(p: Parser): Query {
  const start = startOf(p);
  if (!enter(p)) return emptyQuery(p);
  // `session` and `function` may also be the names of common tables.
  const isTop = p.depth === 1 && isName(kindAt(p, 2));
  const session = isTop && atSequence(p, "WITH", "SESSION") ? parseSession(p) : [];
  const functions = isTop && atSequence(p, "WITH", "FUNCTION") ? parseFunctions(p) : [];
  const common = at(p, "WITH") ? parseWith(p) : undefined;
  const query = parseQueryRest(p, start, { session, functions, with: common });
  leave(p);
  return query;
}

function emptyQuery(p: Parser): Query {
  const body = missing(p);
  const { start, end } = body;
  return {
    kind: "query",
    start,
    end,
    session: [],
    functions: [],
    with: undefined,
    body,
    orderBy: [],
    offset: undefined,
    limit: undefined,
  };
}

/** `WITH SESSION name = value, …` in front of a query. */
function parseSession(p: Parser): readonly SessionProperty[] {
  advance(p, 2);
  return parseCommas(p, parseSessionProperty);
}

function parseSessionProperty(p: Parser): SessionProperty {
  const start = startOf(p);
  const name = parseQualifiedName(p, "a session property");
  expect(p, "=");
  const value = p.rules.expression(p);
  return { kind: "session-property", start, end: endOf(p, start), name, value };
}

function parseQueryRest(
  p: Parser,
  start: number,
  front: Pick<Query, "session" | "functions" | "with">,
): Query {
  const body = parseBody(p);
  let orderBy: Query["orderBy"] = [];
  let offset: Query["offset"];
  let limit: Query["limit"];
  for (;;) {
    settle(p);
    if (at(p, "ORDER")) {
      if (orderBy.length > 0)
        reportForeign(p, p.at, "a query is ordered once", "join both lists with a comma");
      else if (offset !== undefined || limit !== undefined)
        misplaced(p, "order by", limit === undefined ? "offset" : "limit");
      orderBy = [...orderBy, ...parseOrder(p)];
    } else if (at(p, "OFFSET") && atClause(p)) {
      if (limit !== undefined)
        reportForeign(p, p.at, "`offset` stands before `limit`", "write `offset n limit m`");
      offset = parseOffset(p);
    } else if ((at(p, "LIMIT") || at(p, "FETCH")) && atClause(p)) {
      limit = parseLimit(p);
    } else if (at(p, "UNION") || at(p, "EXCEPT") || at(p, "INTERSECT")) {
      reportForeign(p, p.at, "`order by` and `limit` end a query", "put the query before in parentheses");
      advance(p);
      parseQuantifier(p);
      parseBody(p);
    } else if (atMisplacedClause(p)) {
      skipMisplacedClause(p, body.kind === "select" || body.kind === "set-operation");
    } else {
      break;
    }
  }
  return {
    kind: "query",
    start,
    end: endOf(p, start),
    ...front,
    body,
    orderBy,
    offset,
    limit,
  };
}

function misplaced(p: Parser, clause: string, other: string): void {
  reportForeign(p, p.at, `\`${clause}\` stands before \`${other}\``, "move it up");
}

const STAYS_LOST = new Set<TokenKind>([")", "]", "SELECT", "end"]);

/** Skips what a mistake left over, up to the next clause. */
function settle(p: Parser): void {
  if (!p.isPanicking || p.isAborted) return;
  skipTo(p, atClause);
  if (!STAYS_LOST.has(kindAt(p))) recover(p);
}

function parseOrder(p: Parser): Query["orderBy"] {
  advance(p);
  expect(p, "BY");
  return parseList(p, parseSortItem, atClause, "the next clause");
}

function parseWith(p: Parser): With {
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
  const query = opener < 0 && !at(p, "SELECT") ? emptyQuery(p) : parseQuery(p);
  close(p, opener);
  // Without its parentheses the common table may have taken the query itself.
  if (opener < 0 && at(p, "end")) p.isPanicking = true;
  return { kind: "common-table", start, end: endOf(p, start), name, columns, query };
}

/** `UNION` and `EXCEPT`, which bind looser than `INTERSECT`. */
function parseBody(p: Parser): QueryBody {
  return parseSetOperations(p, ["UNION", "EXCEPT"], parseIntersections);
}

function parseIntersections(p: Parser): QueryBody {
  return parseSetOperations(p, ["INTERSECT"], parseTerm);
}

function parseSetOperations(
  p: Parser,
  operators: readonly TokenKind[],
  parseOperand: (p: Parser) => QueryBody,
): QueryBody {
  const start = startOf(p);
  let left = parseOperand(p);
  for (let length = 0; operators.includes(kindAt(p)) && chain(p, length); length++) {
    const operator = at(p, "UNION") ? "union" : at(p, "EXCEPT") ? "except" : "intersect";
    advance(p);
    const quantifier = eat(p, "ALL") ? "all" : eat(p, "DISTINCT") ? "distinct" : undefined;
    const corresponding = parseCorresponding(p);
    const right = parseOperand(p);
    left = {
      kind: "set-operation",
      start,
      end: endOf(p, start),
      operator,
      quantifier,
      corresponding,
      left,
      right,
    };
  }
  return left;
}

function parseCorresponding(p: Parser): SetOperation["corresponding"] {
  const start = startOf(p);
  if (!eat(p, "CORRESPONDING")) return undefined;
  const columns = eat(p, "BY") ? parseBracketed(p, open(p), parseIdentifier) : [];
  return { kind: "corresponding", start, end: endOf(p, start), columns };
}

function parseTerm(p: Parser): QueryBody {
  const start = startOf(p);
  switch (kindAt(p)) {
    case "SELECT":
      return parseSelect(p);
    case "VALUES": {
      advance(p);
      const rows = parseList(p, p.rules.expression, atClause, "the next clause");
      return { kind: "values", start, end: endOf(p, start), rows };
    }
    case "TABLE": {
      advance(p);
      const name = parseQualifiedName(p, "a table");
      return { kind: "table-query", start, end: endOf(p, start), name };
    }
    case "(":
      return parseNestedQuery(p);
    default:
      return parseNoQuery(p);
  }
}

function parseNestedQuery(p: Parser): QueryBody {
  const start = startOf(p);
  const opener = open(p);
  if (at(p, "WITH")) {
    const help = "move `with` to the front of the whole query";
    reportForeign(p, p.at, "`with` cannot stand in the parentheses of a set operation", help);
  }
  const query = parseQuery(p);
  close(p, opener);
  return { kind: "nested-query", start, end: endOf(p, start), query };
}

const STATEMENTS = new Set<TokenKind>([
  "ALTER",
  "ANALYZE",
  "CALL",
  "COMMENT",
  "CREATE",
  "DELETE",
  "DESCRIBE",
  "DROP",
  "EXPLAIN",
  "GRANT",
  "INSERT",
  "MERGE",
  "REFRESH",
  "SET",
  "SHOW",
  "TRUNCATE",
  "UPDATE",
  "USE",
]);

function parseNoQuery(p: Parser): QueryBody {
  if (at(p, "end") && p.at === 0) expected(p, "a query");
  else if (at(p, "FROM")) expected(p, "`select`", "a query starts with `select`, its `from` comes second");
  else if (STATEMENTS.has(kindAt(p)) && p.depth === 1) {
    expected(
      p,
      "a query",
      `\`${textAt(p, p.at)}\` is a statement that changes or shows something: only queries stand here`,
    );
  } else {
    const word = at(p, "identifier") ? nearest(textAt(p, p.at), ["select", "with", "values"]) : undefined;
    expected(
      p,
      "`select`, `values`, `table` or `(`",
      word === undefined ? undefined : `did you mean \`${word}\`?`,
    );
    if (word === "select") {
      recover(p);
      return parseSelect(p);
    }
  }
  skipTo(p, (here) => at(here, "SELECT"));
  if (!at(p, "SELECT") || p.depth > 1) return missing(p);
  recover(p);
  return parseSelect(p);
}
