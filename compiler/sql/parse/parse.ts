import type { Query } from "../ast/query.ts";
import { lex } from "../lexer.ts";
import type { SqlProblem } from "../problems.ts";
import type { Tokens } from "../tokens.ts";
import { matchBrackets } from "./brackets.ts";
import { parseExpression } from "./expression.ts";
import { at, endOf, expected, type Parser, type Rules } from "./parser.ts";
import { parseQuery } from "./query.ts";
import { parseValue } from "./value.ts";

export interface ParsedQuery {
  /** Complete when there are no problems; otherwise with `missing` nodes where something was left out. */
  readonly query: Query;
  readonly tokens: Tokens;
  /** In the order of the text. */
  readonly problems: readonly SqlProblem[];
}

const RULES: Rules = { query: parseQuery, expression: parseExpression, value: parseValue };

/**
 * Parses one query of Trino 476. Total: any text gives a tree, whose spans lie inside the text; linear in the
 * length of the text; nesting and runs of operators beyond what anybody writes give a problem `too-deep`.
 */
export function parse(text: string): ParsedQuery {
  const tokens = lex(text);
  const p: Parser = {
    tokens,
    kinds: tokens.kinds,
    brackets: matchBrackets(tokens.kinds),
    rules: RULES,
    problems: [...tokens.problems],
    at: 0,
    depth: 0,
    isPanicking: false,
    isAborted: false,
  };
  const query = parseQuery(p);
  if (at(p, ";")) {
    expectNoSemicolon(p);
  } else if (!at(p, "end")) {
    expected(p, "the end of the query");
  }
  const problems =
    p.problems.length > 1 ? [...p.problems].sort((a, b) => a.span.start - b.span.start) : p.problems;
  return { query, tokens, problems };
}

function expectNoSemicolon(p: Parser): void {
  if (p.isPanicking) return;
  const span = { start: p.tokens.starts[p.at] ?? endOf(p), end: p.tokens.ends[p.at] ?? endOf(p) };
  const isLast = p.kinds[p.at + 1] === "end";
  const message = isLast ? "a query has no `;` at its end" : "only one query stands here";
  p.problems.push({
    slug: "syntax",
    span,
    message,
    help: isLast ? "remove it" : "remove what follows the `;`",
  });
}
