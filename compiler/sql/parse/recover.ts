import { editDistance, suggest } from "../../text/suggest.ts";
import { isName, nameOf, type TokenKind } from "../tokens.ts";
import { advance, at, eat, expected, kindAt, type Parser, report } from "./parser.ts";

/** Reserved words that start a clause, so that they never are part of an expression. */
const CLAUSES = new Set<TokenKind>([
  "FROM",
  "WHERE",
  "GROUP",
  "HAVING",
  "ORDER",
  "UNION",
  "EXCEPT",
  "INTERSECT",
  "SELECT",
]);
const AFTER_ALIAS = new Set<TokenKind>([
  ...CLAUSES,
  ...([
    ",",
    ")",
    "(",
    ";",
    "end",
    "JOIN",
    "CROSS",
    "INNER",
    "LEFT",
    "RIGHT",
    "FULL",
    "NATURAL",
    "ON",
    "USING",
  ] as const),
]);

/** Whether a clause of a query, or the end of one, stands at the next token. */
export function atClause(p: Parser): boolean {
  const kind = kindAt(p);
  return CLAUSES.has(kind) || kind === ")" || kind === ";" || kind === "end" || atFreeClause(p);
}

/**
 * Whether the next token is one of the free words that start a clause, used so and not as a name: `limit 5` is
 * a clause, `select 1 limit` names a column.
 */
function atFreeClause(p: Parser): boolean {
  const next = kindAt(p, 1);
  switch (kindAt(p)) {
    case "LIMIT":
    case "OFFSET":
    case "FETCH":
      return !AFTER_ALIAS.has(next) || next === "(";
    case "WINDOW":
      return isName(next) && kindAt(p, 2) === "AS";
    case "TABLESAMPLE":
      return next === "BERNOULLI" || next === "SYSTEM";
    case "MATCH_RECOGNIZE":
      return next === "(";
    default:
      return false;
  }
}

/** Whether the next token can be an alias without `AS`. */
export function atAlias(p: Parser): boolean {
  return isName(kindAt(p)) && !atFreeClause(p);
}

/** Parsing makes sense again. */
export function recover(p: Parser): void {
  if (!p.isAborted) p.isPanicking = false;
}

/** Skips to a token that `isStop`, or to the bracket or text end that holds this place; brackets are skipped whole. */
export function skipTo(p: Parser, isStop: (p: Parser) => boolean): void {
  while (!at(p, "end") && !at(p, ")") && !at(p, "]") && !isStop(p)) {
    const closer = p.brackets.closers[p.at] ?? -1;
    if (closer > p.at) p.at = closer;
    advance(p);
  }
}

/**
 * Reads items with commas between them until `isEnd`. What does not fit is reported, and reading goes on
 * behind the next comma, so that one list can show several mistakes.
 */
export function parseList<Item>(
  p: Parser,
  parseItem: (p: Parser) => Item,
  isEnd: (p: Parser) => boolean,
  endName: string,
): readonly Item[] {
  const items: Item[] = [];
  for (;;) {
    items.push(parseItem(p));
    if (!at(p, ",")) {
      if (isEnd(p)) return items;
      // An opening bracket without its end is reported there.
      if (at(p, "end") && endName.length === 3) return items;
      expectedClause(p, `\`,\` or ${endName}`);
      skipTo(
        p,
        (here) => at(here, ",") || isEnd(here) || (!p.brackets.isBalanced && CLAUSES.has(kindAt(here))),
      );
      if (!at(p, ",")) return items;
    }
    const isComplete = !p.isPanicking;
    recover(p);
    advance(p);
    if (atListEnd(p)) {
      if (!isComplete) return items;
      const span = { start: p.tokens.starts[p.at - 1] ?? 0, end: p.tokens.ends[p.at - 1] ?? 0 };
      report(p, {
        slug: "foreign-syntax",
        span,
        message: "nothing follows this comma",
        help: "Trino allows no comma behind the last item: remove it",
      });
      return items;
    }
  }
}

/** Reports that a clause or something else was expected; a word that looks like a clause is named as such. */
export function expectedClause(p: Parser, what: string): void {
  const clause = misspeltClause(p, p.at - 1) ?? misspeltClause(p, p.at);
  if (clause === undefined || p.isPanicking) {
    expected(p, what);
    return;
  }
  const { index, word } = clause;
  const span = { start: p.tokens.starts[index] ?? 0, end: p.tokens.ends[index] ?? 0 };
  const message = `\`${p.tokens.text.slice(span.start, span.end)}\` starts no clause`;
  report(p, { slug: "syntax", span, message, help: `did you mean \`${word}\`?` });
  p.isPanicking = true;
}

const CLAUSE_NAMES = [
  "from",
  "where",
  "group",
  "having",
  "order",
  "limit",
  "offset",
  "union",
  "except",
  "intersect",
  "join",
];

/** A word that was read as an alias, or follows one, and looks like the start of a clause. */
function misspeltClause(
  p: Parser,
  index: number,
): { readonly index: number; readonly word: string } | undefined {
  if (p.kinds[index] !== "identifier") return undefined;
  const name = nameOf(p.tokens, index);
  const word = suggest(name, CLAUSE_NAMES);
  // Any short alias is two edits away from some clause.
  if (word === undefined || editDistance(name, word) > (name.length < 4 ? 1 : 2)) return undefined;
  return { index, word };
}

/** Items with commas between them, where what may follow is up to the caller. */
export function parseCommas<Item>(p: Parser, parseItem: (p: Parser) => Item): readonly Item[] {
  const items = [parseItem(p)];
  while (!p.isPanicking && eat(p, ",")) items.push(parseItem(p));
  return items;
}

function atListEnd(p: Parser): boolean {
  const kind = kindAt(p);
  return kind === ")" || kind === "]" || kind === "end" || kind === ";" || CLAUSES.has(kind);
}

/** Items up to the parenthesis or square bracket that closes the one at `open`, which was read; closes it. */
export function parseBracketed<Item>(
  p: Parser,
  open: number,
  parseItem: (p: Parser) => Item,
): readonly Item[] {
  const items = parseList(p, parseItem, atCloser, p.kinds[open] === "[" ? "`]`" : "`)`");
  close(p, open);
  return items;
}

function atCloser(p: Parser): boolean {
  return at(p, ")") || at(p, "]");
}

/** Reads an opening parenthesis; gives its index, or -1 with a report. */
export function open(p: Parser, what = "`(`"): number {
  if (at(p, "(")) {
    advance(p);
    return p.at - 1;
  }
  expected(p, what);
  return -1;
}

/** Reads the bracket that closes the one at `opener`; where something else stands, skips up to it. */
export function close(p: Parser, opener: number): void {
  if (opener < 0) return;
  const kind = p.kinds[opener] === "[" ? "]" : ")";
  if (at(p, kind)) {
    advance(p);
    recover(p);
    return;
  }
  if (at(p, "end") && !p.isPanicking) {
    const mark = p.kinds[opener] ?? "(";
    const span = { start: p.tokens.starts[opener] ?? 0, end: p.tokens.ends[opener] ?? 0 };
    report(p, { slug: "syntax", span, message: `this \`${mark}\` is never closed`, help: `add \`${kind}\`` });
    p.isPanicking = true;
    return;
  }
  expected(p, `\`${kind}\``);
  const closer = p.brackets.closers[opener] ?? -1;
  if (p.brackets.isBalanced && closer >= p.at) {
    p.at = closer;
    advance(p);
    recover(p);
  }
}
