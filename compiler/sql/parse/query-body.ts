import { suggest } from "../../text/suggest.ts";
import type { QueryBody, SetOperation } from "../ast/query.ts";
import type { TokenKind } from "../tokens.ts";
import { reportForeign } from "./foreign.ts";
import {
  advance,
  at,
  chain,
  eat,
  endOf,
  expected,
  kindAt,
  missing,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  startOf,
  textAt,
} from "./parser.ts";
import { atClause, close, open, parseBracketed, parseList, recover, skipTo } from "./recover.ts";
import { parseSelect } from "./select.ts";

/** `UNION` and `EXCEPT`, which bind looser than `INTERSECT`. */
export function parseBody(p: Parser): QueryBody {
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
  const query = p.rules.query(p);
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
    const word = at(p, "identifier") ? suggest(textAt(p, p.at), ["select", "with", "values"]) : undefined;
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
