import { FREE_WORDS, type Keyword, RESERVED_WORDS } from "./keywords.ts";
import type { SqlProblem } from "./problems.ts";
import { scanNumber } from "./scan-number.ts";
import type { Punctuation, Span, TokenKind, Tokens } from "./tokens.ts";

/** Character classes, one small number an ASCII code, so that the main loop is one table look-up a token. */
const OTHER = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const CLASSES = classTable();

/** Longest first, since `<=` must win over `<`. Source: the operator rules of Trino's `SqlBase.g4`. */
// biome-ignore format: a list, not code
const SYMBOLS: readonly Punctuation[] = [
  "||", "<>", "!=", "<=", ">=", "->", "=>", "{-", "-}", "::", "==", "&&",
  "(", ")", "[", "]", ",", ".", ";", ":", "?", "*", "/", "%", "+", "-", "|", "=", "<", ">", "{", "}", "^", "$", "!",
];
const SYMBOLS_BY_CODE = symbolTable();
const HASH_MASK = 0xfffff;
const KEYWORDS = keywordTable();

/**
 * Cuts a query into tokens. Total: any text gives tokens, whose spans lie inside the text and never overlap;
 * linear in the length of the text.
 */
export function lex(text: string): Tokens {
  const kinds: TokenKind[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const comments: Span[] = [];
  const problems: SqlProblem[] = [];
  const length = text.length;
  let at = 0;

  while (at < length) {
    const code = text.charCodeAt(at);
    const start = at;
    let kind: TokenKind = "unknown";
    switch (code < 128 ? CLASSES[code] : OTHER) {
      case SPACE:
        at++;
        continue;
      case LETTER: {
        const quoteAt = prefixedQuote(text, at, code);
        if (quoteAt > 0) {
          kind = code === 88 || code === 120 ? "binary" : "unicode-string";
          at = closeQuote(text, quoteAt, 39, problems);
          break;
        }
        let hash = 0;
        let next = code;
        do {
          hash = (hash * 31 + (next | 32)) & HASH_MASK;
          next = ++at < length ? text.charCodeAt(at) : 0;
        } while (next < 128 && (CLASSES[next] ?? OTHER) >= LETTER);
        kind = wordKind(text, start, at, hash);
        break;
      }
      case DIGIT: {
        const number = scanNumber(text, at);
        kind = number.kind;
        at = number.end;
        if (kind === "digit-identifier") problems.push(leadingDigit(text, start, at));
        break;
      }
      default:
        if (code === 39 || code === 34 || code === 96) {
          kind = code === 39 ? "string" : code === 34 ? "quoted" : "backquoted";
          at = closeQuote(text, at, code, problems);
          if (kind === "backquoted") problems.push(backquotes(text, start, at));
          if (kind === "quoted" && at === start + 2) problems.push(emptyName(start));
        } else if (code === 45 && text.charCodeAt(at + 1) === 45) {
          at = endOfLine(text, at);
          comments.push({ start, end: at });
          continue;
        } else if (code === 47 && text.charCodeAt(at + 1) === 42) {
          at = endOfComment(text, at, problems);
          comments.push({ start, end: at });
          continue;
        } else if (code === 46 && isDigit(text.charCodeAt(at + 1))) {
          const number = scanNumber(text, at);
          kind = number.kind;
          at = number.end;
        } else {
          const symbol = symbolAt(text, at, code);
          kind = symbol ?? "unknown";
          at = symbol === undefined ? endOfUnknown(text, at) : at + symbol.length;
          if (symbol === undefined) problems.push(unknownCharacter(text, start, at));
        }
    }
    kinds.push(kind);
    starts.push(start);
    ends.push(at);
  }
  kinds.push("end");
  starts.push(length);
  ends.push(length);
  return { text, kinds, starts, ends, comments, problems };
}

function classTable(): Uint8Array {
  const classes = new Uint8Array(128);
  for (const code of [9, 10, 13, 32]) classes[code] = SPACE;
  for (let code = 48; code < 58; code++) classes[code] = DIGIT;
  for (let code = 65; code < 91; code++) {
    classes[code] = LETTER;
    classes[code + 32] = LETTER;
  }
  classes[95] = LETTER;
  return classes;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Offset of the quote of `U&'` or `X'` when the text at `at` starts one, otherwise 0. */
function prefixedQuote(text: string, at: number, code: number): number {
  if ((code === 88 || code === 120) && text.charCodeAt(at + 1) === 39) return at + 1;
  const isUnicode = code === 85 || code === 117;
  return isUnicode && text.charCodeAt(at + 1) === 38 && text.charCodeAt(at + 2) === 39 ? at + 2 : 0;
}

/** Offset behind the quote that closes the one at `at`; a doubled quote stands for itself. */
function closeQuote(text: string, at: number, quote: number, problems: SqlProblem[]): number {
  const mark = String.fromCharCode(quote);
  let close = text.indexOf(mark, at + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf(mark, close + 2);
  if (close !== -1) return close + 1;
  const what = quote === 39 ? "string" : "quoted name";
  problems.push({
    slug: "unclosed-text",
    span: { start: at, end: at + 1 },
    message: `this ${what} is never closed`,
    help: `add \`${mark}\` at its end; a \`${mark}\` inside is written twice`,
  });
  return text.length;
}

function endOfLine(text: string, at: number): number {
  let end = at + 2;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

function endOfComment(text: string, at: number, problems: SqlProblem[]): number {
  const close = text.indexOf("*/", at + 2);
  if (close !== -1) return close + 2;
  const span = { start: at, end: at + 2 };
  problems.push({ slug: "unclosed-text", span, message: "this comment is never closed", help: "add `*/`" });
  return text.length;
}

function symbolAt(text: string, at: number, code: number): Punctuation | undefined {
  const candidates = code < 128 ? SYMBOLS_BY_CODE[code] : undefined;
  if (candidates === undefined) return undefined;
  for (const symbol of candidates) {
    if (symbol.length === 1 || symbol.charCodeAt(1) === text.charCodeAt(at + 1)) return symbol;
  }
  return undefined;
}

function symbolTable(): readonly (readonly Punctuation[] | undefined)[] {
  const table: Punctuation[][] = [];
  for (const symbol of SYMBOLS) {
    const code = symbol.charCodeAt(0);
    const list = table[code];
    if (list === undefined) table[code] = [symbol];
    else list.push(symbol);
  }
  return table;
}

/** A run of letters outside ASCII is one token, so that `größe` gives one problem, not two. */
function endOfUnknown(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) > 127) end++;
  return end;
}

function unknownCharacter(text: string, start: number, end: number): SqlProblem {
  const shown = text.slice(start, end);
  const message = `\`${shown}\` is not part of Trino SQL`;
  const slug = "unknown-character";
  return text.charCodeAt(start) > 127
    ? { slug, span: { start, end }, message, help: "names with such characters are written in double quotes" }
    : { slug, span: { start, end }, message };
}

function leadingDigit(text: string, start: number, end: number): SqlProblem {
  const name = text.slice(start, end);
  const message = `\`${name}\` starts with a digit`;
  return {
    slug: "bad-name",
    span: { start, end },
    message,
    help: `as a name it is written \`"${name.toLowerCase()}"\``,
  };
}

function emptyName(start: number): SqlProblem {
  const help = "a string is written in single quotes";
  return { slug: "bad-name", span: { start, end: start + 2 }, message: "this name is empty", help };
}

function backquotes(text: string, start: number, end: number): SqlProblem {
  const name = text.slice(start + 1, end - 1).replaceAll('"', '""');
  return {
    slug: "bad-name",
    span: { start, end },
    message: "Trino does not quote names with backticks",
    help: `write \`"${name}"\``,
  };
}

/*
 * Keywords are found by a hash made while the word is scanned, then compared letter by letter: no string is
 * cut out of the text, which would be most of the cost of lexing.
 */
interface KeywordTable {
  readonly mask: number;
  readonly slots: readonly (readonly Keyword[] | undefined)[];
}

function keywordTable(): KeywordTable {
  const mask = 1023;
  const slots: Keyword[][] = [];
  for (const word of [...RESERVED_WORDS, ...FREE_WORDS]) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = (hash * 31 + (word.charCodeAt(at) | 32)) & HASH_MASK;
    const slot = slots[hash & mask];
    if (slot === undefined) slots[hash & mask] = [word];
    else slot.push(word);
  }
  return { mask, slots: Array.from({ length: mask + 1 }, (_, index) => slots[index]) };
}

function wordKind(text: string, start: number, end: number, hash: number): TokenKind {
  const slot = KEYWORDS.slots[hash & KEYWORDS.mask];
  if (slot === undefined) return "identifier";
  for (const word of slot) {
    if (word.length === end - start && equalsWord(text, start, word)) return word;
  }
  return "identifier";
}

function equalsWord(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = text.charCodeAt(start + at);
    if ((code >= 97 ? code - 32 : code) !== word.charCodeAt(at)) return false;
  }
  return true;
}
