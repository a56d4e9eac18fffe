import type { Expression } from "../ast/expression.ts";
import type { Select, SelectAll, SelectItem } from "../ast/query.ts";
import type { Relation } from "../ast/relation.ts";
import type { WindowDefinition } from "../ast/window.ts";
import { parseQuantifier } from "./call.ts";
import { reportForeign } from "./foreign.ts";
import { parseGroupBy } from "./group-by.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  endOf,
  isWord,
  kindAt,
  type Parser,
  parseIdentifier,
  startOf,
  textAt,
} from "./parser.ts";
import {
  atAlias,
  atClause,
  expectedClause,
  open,
  parseBracketed,
  parseList,
  recover,
  skipTo,
} from "./recover.ts";
import { atForeignClause, parseRelation } from "./relation.ts";
import { parseWindowDefinition } from "./window.ts";

/** The clauses behind the select list in their order. */
const CLAUSES = ["FROM", "WHERE", "GROUP", "HAVING", "WINDOW"] as const;
type Clause = (typeof CLAUSES)[number];
const CLAUSE_WORDS = {
  FROM: "from",
  WHERE: "where",
  GROUP: "group by",
  HAVING: "having",
  WINDOW: "window",
} as const;

interface Clauses {
  from: readonly Relation[];
  where: Expression | undefined;
  groupBy: Select["groupBy"];
  having: Expression | undefined;
  windows: readonly WindowDefinition[];
}

export function parseSelect(p: Parser): Select {
  const start = startOf(p);
  advance(p);
  const quantifier = parseQuantifier(p);
  if (quantifier === "distinct" && at(p, "ON")) skipDistinctOn(p);
  const items = parseItems(p);
  const clauses: Clauses = { from: [], where: undefined, groupBy: undefined, having: undefined, windows: [] };
  const seen: Clause[] = [];
  for (;;) {
    const clause = nextClause(p);
    if (clause === undefined) break;
    checkOrder(p, clause, seen);
    seen.push(clause);
    parseClause(p, clause, clauses);
  }
  return { kind: "select", start, end: endOf(p, start), quantifier, items, ...clauses };
}

/** The clause of a select at the next token, past what an earlier mistake or an unknown clause left over. */
function nextClause(p: Parser): Clause | undefined {
  for (;;) {
    if (p.isAborted) return undefined;
    if (at(p, "]") || (at(p, ")") && p.depth === 1)) {
      skipStrayBracket(p);
      continue;
    }
    if (!atClause(p) && !atForeignClause(p)) {
      expectedClause(p, "the next clause or the end of the query");
      skipTo(p, (here) => atClause(here) || atForeignClause(here));
    }
    const clause = CLAUSES.find((word) => at(p, word));
    if (clause !== undefined || (atClause(p) && !at(p, ")") && !at(p, "end") && !at(p, "SELECT"))) recover(p);
    if (clause !== undefined || !atForeignClause(p)) return clause;
    recover(p);
    reportForeign(p, p.at, "Trino has no `qualify`", "filter on the window function in an outer query");
    advance(p);
    p.rules.expression(p);
  }
}

/** A closing bracket that no open one waits for. */
function skipStrayBracket(p: Parser): void {
  const span = { start: startOf(p), end: p.tokens.ends[p.at] ?? 0 };
  if (!p.isPanicking)
    p.problems.push({
      slug: "syntax",
      span,
      message: `this \`${textAt(p, p.at)}\` closes nothing`,
      help: "remove it",
    });
  advance(p);
  recover(p);
  if (at(p, ",")) {
    advance(p);
    parseItems(p);
  }
}

function checkOrder(p: Parser, clause: Clause, seen: readonly Clause[]): void {
  const name = CLAUSE_WORDS[clause];
  if (seen.includes(clause)) {
    const help =
      clause === "WHERE" || clause === "HAVING" ? "join the conditions with `and`" : "keep one of them";
    reportForeign(p, p.at, `this is a second \`${name}\``, help);
    return;
  }
  const later = seen.find((other) => CLAUSES.indexOf(other) > CLAUSES.indexOf(clause));
  if (later !== undefined) {
    reportForeign(p, p.at, `\`${name}\` stands before \`${CLAUSE_WORDS[later]}\``, "move it up");
  }
}

function parseClause(p: Parser, clause: Clause, clauses: Clauses): void {
  advance(p);
  switch (clause) {
    case "FROM":
      clauses.from = parseList(p, parseRelation, atFromEnd, "the next clause");
      break;
    case "WHERE":
      clauses.where = p.rules.expression(p);
      break;
    case "GROUP":
      clauses.groupBy = parseGroupBy(p);
      break;
    case "HAVING":
      clauses.having = p.rules.expression(p);
      break;
    case "WINDOW":
      clauses.windows = parseList(p, parseWindowDefinition, atClause, "the next clause");
      break;
  }
}

function atFromEnd(p: Parser): boolean {
  return atClause(p) || atForeignClause(p);
}

/** Whether a clause of a select stands where the query has already gone on to its order or limit. */
export function atMisplacedClause(p: Parser): boolean {
  return CLAUSES.some((clause) => at(p, clause)) && atClause(p);
}

export function skipMisplacedClause(p: Parser, isSelect: boolean): void {
  const clause = CLAUSES.find((word) => at(p, word)) ?? "WHERE";
  const name = CLAUSE_WORDS[clause];
  if (isSelect) reportForeign(p, p.at, `\`${name}\` stands before \`order by\` and \`limit\``, "move it up");
  else reportForeign(p, p.at, `only a \`select\` has a \`${name}\``, `write \`select * from (…) ${name} …\``);
  parseClause(p, clause, { from: [], where: undefined, groupBy: undefined, having: undefined, windows: [] });
}

/** PostgreSQL's `SELECT DISTINCT ON (…)`. */
function skipDistinctOn(p: Parser): void {
  const help = "number the rows with `row_number() over (…)` and keep the first in an outer query";
  reportForeign(p, p.at, "Trino has no `distinct on`", help);
  advance(p);
  if (at(p, "(")) parseBracketed(p, open(p), p.rules.expression);
}

function parseItems(p: Parser): Select["items"] {
  if (isWord(p, p.at, "top") && kindAt(p, 1) === "integer") {
    reportForeign(
      p,
      p.at,
      "Trino has no `top`",
      `write \`limit ${textAt(p, p.at + 1)}\` at the end`,
      p.at + 1,
    );
    advance(p, 2);
  }
  return parseList(p, parseItem, atClause, "the next clause");
}

function parseItem(p: Parser): SelectItem {
  const start = startOf(p);
  if (eat(p, "*")) {
    skipStarModifier(p);
    return { kind: "select-all", start, end: endOf(p, start), base: undefined, aliases: [] };
  }
  const expression = p.rules.expression(p);
  if (atSequence(p, ".", "*")) return parseAllOf(p, start, expression);
  const hasAlias = eat(p, "AS") || (!p.isPanicking && atAlias(p));
  const alias = hasAlias ? parseIdentifier(p, "an alias") : undefined;
  return { kind: "select-item", start, end: endOf(p, start), expression, alias };
}

function parseAllOf(p: Parser, start: number, base: Expression): SelectAll {
  advance(p, 2);
  skipStarModifier(p);
  const hasAliases = atSequence(p, "AS", "(");
  if (hasAliases) advance(p);
  const aliases = hasAliases ? parseBracketed(p, open(p), parseIdentifier) : [];
  return { kind: "select-all", start, end: endOf(p, start), base, aliases };
}

/** `* except (a)`, `* exclude (a)`, `* replace (…)` of other dialects. */
function skipStarModifier(p: Parser): void {
  const isModifier = at(p, "EXCEPT") || at(p, "REPLACE") || isWord(p, p.at, "exclude");
  if (!isModifier || kindAt(p, 1) !== "(" || p.brackets.holdsQuery[p.at + 1] === 1) return;
  reportForeign(
    p,
    p.at,
    `Trino has no \`* ${textAt(p, p.at).toLowerCase()} (…)\``,
    "name the columns that you want",
  );
  p.at = Math.max(p.at + 1, p.brackets.closers[p.at + 1] ?? 0);
  advance(p);
}
