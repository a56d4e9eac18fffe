import type { Query, SessionProperty } from "../ast/query.ts";
import { isName, type TokenKind } from "../tokens.ts";
import { parseQuantifier } from "./call.ts";
import { emptyQuery } from "./empty-query.ts";
import { reportForeign } from "./foreign.ts";
import { parseLimit, parseOffset } from "./limit.ts";
import {
  advance,
  at,
  atSequence,
  endOf,
  enter,
  expect,
  kindAt,
  leave,
  type Parser,
  parseQualifiedName,
  startOf,
} from "./parser.ts";
import { parseBody } from "./query-body.ts";
import { atClause, parseCommas, parseList, recover, skipTo } from "./recover.ts";
import { parseFunctions } from "./routine.ts";
import { atMisplacedClause, skipMisplacedClause } from "./select.ts";
import { parseSortItem } from "./window.ts";
import { parseWith } from "./with.ts";

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
