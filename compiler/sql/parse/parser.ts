import type { Expression } from "../ast/expression.ts";
import type { Identifier, Missing, QualifiedName } from "../ast/node.ts";
import type { Query } from "../ast/query.ts";
import type { SqlProblem } from "../problems.ts";
import { isName, isReservedWord, nameOf, type TokenKind, type Tokens } from "../tokens.ts";
import type { Brackets } from "./brackets.ts";

/**
 * The state of one parse. Every rule is a function of it, starts at `at` and leaves `at` behind what it read;
 * a rule never goes past a closing bracket that it did not open, and gives a node also where it found nothing.
 */
export interface Parser {
  readonly tokens: Tokens;
  readonly kinds: readonly TokenKind[];
  readonly brackets: Brackets;
  readonly rules: Rules;
  readonly problems: SqlProblem[];
  at: number;
  depth: number;
  /** Set from a mistake to the next place where parsing surely makes sense again; silences what follows it. */
  isPanicking: boolean;
  /** Set when nesting went too deep: the rest of the text is not read. */
  isAborted: boolean;
}

/** The rules that are used by files they themselves need: queries hold expressions, which hold queries. */
export interface Rules {
  readonly query: (p: Parser) => Query;
  readonly expression: (p: Parser) => Expression;
  /** Arithmetic and what binds closer, without comparisons; Trino's `valueExpression`. */
  readonly value: (p: Parser) => Expression;
}

/**
 * Nesting beyond this gives a problem in place of a stack overflow. Each level takes up to ten calls; Node's
 * usual stack of one megabyte holds several times as many.
 */
const MAX_DEPTH = 250;
/** The longest run of one operator that makes the tree lean (`AND` and `OR` do not). */
const MAX_CHAIN = 2000;

export function kindAt(p: Parser, ahead = 0): TokenKind {
  return p.kinds[p.at + ahead] ?? "end";
}

export function at(p: Parser, kind: TokenKind): boolean {
  return p.kinds[p.at] === kind;
}

export function atSequence(p: Parser, ...kinds: readonly TokenKind[]): boolean {
  for (let ahead = 0; ahead < kinds.length; ahead++) if (p.kinds[p.at + ahead] !== kinds[ahead]) return false;
  return true;
}

export function atName(p: Parser): boolean {
  return isName(kindAt(p));
}

export function advance(p: Parser, count = 1): void {
  p.at = Math.min(p.at + count, p.kinds.length - 1);
}

export function eat(p: Parser, kind: TokenKind): boolean {
  if (p.kinds[p.at] !== kind) return false;
  advance(p);
  return true;
}

/** Eats all of the kinds or none. */
export function eatSequence(p: Parser, ...kinds: readonly TokenKind[]): boolean {
  if (!atSequence(p, ...kinds)) return false;
  advance(p, kinds.length);
  return true;
}

/** Eats the kinds one after the other, and reports the first that is not there. */
export function expect(p: Parser, ...kinds: readonly TokenKind[]): boolean {
  for (const kind of kinds) {
    if (!eat(p, kind)) {
      expected(p, quoted(kind.toLowerCase()));
      return false;
    }
  }
  return true;
}

/** Offset where the next token starts. */
export function startOf(p: Parser): number {
  return p.tokens.starts[p.at] ?? p.tokens.text.length;
}

/** Offset where the last token that was read ends; never before `start`, where a rule read nothing. */
export function endOf(p: Parser, start = 0): number {
  return p.at === 0 ? start : Math.max(start, p.tokens.ends[p.at - 1] ?? 0);
}

export function textAt(p: Parser, index: number): string {
  return p.tokens.text.slice(p.tokens.starts[index] ?? 0, p.tokens.ends[index] ?? 0);
}

/** The text from one offset to the last token that was read. */
export function textSince(p: Parser, start: number): string {
  return p.tokens.text.slice(start, endOf(p, start));
}

/** Whether an unquoted word in any letter case stands at the index; for words that Trino does not know. */
export function isWord(p: Parser, index: number, word: string): boolean {
  return p.kinds[index] === "identifier" && nameOf(p.tokens, index) === word;
}

/** Reports unless an earlier mistake is not yet recovered from. */
export function report(p: Parser, problem: SqlProblem): void {
  if (!p.isPanicking) p.problems.push(problem);
}

/** Reports that something else was expected at the next token, and starts to panic. */
export function expected(p: Parser, what: string, help?: string): void {
  if (p.isPanicking) return;
  p.isPanicking = true;
  // The lexer has objected to it already.
  if (at(p, "unknown")) return;
  const span = { start: startOf(p), end: p.tokens.ends[p.at] ?? 0 };
  const message = `expected ${what}, found ${found(p)}`;
  p.problems.push(
    help === undefined ? { slug: "syntax", span, message } : { slug: "syntax", span, message, help },
  );
}

function found(p: Parser): string {
  if (at(p, "end")) return "the end of the query";
  const text = textAt(p, p.at);
  return quoted(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

export function quoted(text: string): string {
  return `\`${text}\``;
}

export function missing(p: Parser): Missing {
  const start = startOf(p);
  return { kind: "missing", start, end: start };
}

/** Goes one level down; false when that is too deep, and then the parse is over. */
export function enter(p: Parser): boolean {
  p.depth++;
  if (p.depth > MAX_DEPTH) abort(p, `this is nested more than ${MAX_DEPTH} levels deep`);
  return !p.isAborted;
}

export function leave(p: Parser): void {
  p.depth--;
}

/** False, and the parse over, when a run of operators has become too long. */
export function chain(p: Parser, length: number): boolean {
  if (length > MAX_CHAIN) abort(p, `more than ${MAX_CHAIN} operators follow each other without parentheses`);
  return !p.isAborted;
}

function abort(p: Parser, message: string): void {
  if (!p.isAborted) {
    const span = { start: startOf(p), end: p.tokens.ends[p.at] ?? 0 };
    p.problems.push({ slug: "too-deep", span, message, help: "split the query into common tables" });
  }
  p.isAborted = true;
  p.isPanicking = true;
  p.at = p.kinds.length - 1;
}

export function identifierAt(p: Parser, index: number): Identifier {
  return {
    kind: "identifier",
    start: p.tokens.starts[index] ?? 0,
    end: p.tokens.ends[index] ?? 0,
    name: nameOf(p.tokens, index),
    isQuoted:
      p.kinds[index] === "quoted" || p.kinds[index] === "backquoted" || p.kinds[index] === "digit-identifier",
  };
}

/** A name, or a nameless one with a report. */
export function parseIdentifier(p: Parser, what = "a name"): Identifier {
  if (atName(p)) {
    advance(p);
    return identifierAt(p, p.at - 1);
  }
  if (isReservedName(p)) return takeReservedName(p);
  const start = startOf(p);
  expected(p, what);
  return { kind: "identifier", start, end: start, name: "", isQuoted: true };
}

const CLAUSE_WORDS = new Set<TokenKind>([
  "FROM",
  "WHERE",
  "HAVING",
  "UNION",
  "EXCEPT",
  "INTERSECT",
  "SELECT",
  "ON",
  "USING",
]);

/** Whether the next token is a reserved word that is most likely meant as a name, and not the next clause. */
export function isReservedName(p: Parser): boolean {
  const kind = kindAt(p);
  if (!isReservedWord(kind) || CLAUSE_WORDS.has(kind)) return false;
  return (kind !== "ORDER" && kind !== "GROUP") || kindAt(p, 1) !== "BY";
}

/** Reads a reserved word as a name, with a report; reading goes on as if it had its quotes. */
export function takeReservedName(p: Parser): Identifier {
  const name = identifierAt(p, p.at);
  const text = textAt(p, p.at);
  const span = { start: name.start, end: name.end };
  const help = `as a name it is written \`"${text}"\``;
  report(p, { slug: "syntax", span, message: `\`${text}\` is a reserved word`, help });
  advance(p);
  return { ...name, isQuoted: true };
}

/** `a.b.c`. */
export function parseQualifiedName(p: Parser, what = "a name"): QualifiedName {
  const start = startOf(p);
  const parts = [parseIdentifier(p, what)];
  while (at(p, ".") && !p.isPanicking) {
    advance(p);
    parts.push(parseIdentifier(p, "a name behind `.`"));
  }
  return { kind: "name", start, end: endOf(p, start), parts };
}
