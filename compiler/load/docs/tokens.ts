/** A piece of TypeScript, as far as doc comments need it. */
export interface Token {
  readonly kind: "name" | "text" | "mark" | "other" | "doc" | "end";
  /** A name, the content of a string, a punctuation mark, or a cleaned comment. */
  readonly value: string;
}

/** A file, cut into tokens one by one. */
export interface Tokens {
  readonly next: () => Token;
  /** Goes to the comma or closing bracket that ends the value at hand, and gives that. */
  readonly skipValue: (current: Token) => Token;
  /** The same for a value without regular expressions, whose first token was read; much faster. */
  readonly skipPlainValue: () => Token;
}

const END: Token = { kind: "end", value: "" };
const OTHER: Token = { kind: "other", value: "" };
/** Marks, made once. */
const MARKS: ReadonlyMap<string, Token> = new Map(
  ["...", "=>", ..."(){}[],.;:=<>?!&|+-*/%^~@#\\"].map((value) => [value, { kind: "mark", value }]),
);
const REGEX = /\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const KEYWORDS_BEFORE_VALUES = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "delete",
  "void",
  "throw",
  "new",
  "else",
  "await",
  "yield",
]);

/**
 * Cuts a file into tokens. Comments other than `/** .. *\/` are left out; templates are one token. It looks at
 * character codes, since every file with comments passes through it on every compile.
 */
export function tokensOf(text: string): Tokens {
  let at = 0;
  let before: Token = END;
  const read = (): Token => {
    at = skipSpace(text, at);
    if (at >= text.length) return END;
    const start = at;
    const code = text.charCodeAt(at);
    if (isNamePart(code)) {
      while (at < text.length && isNamePart(text.charCodeAt(at))) at += 1;
      return isDigit(code) ? OTHER : { kind: "name", value: text.slice(start, at) };
    }
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      at = quoteEnd(text, at);
      return { kind: "text", value: text.slice(start + 1, at - 1) };
    }
    if (code === BACKTICK) {
      at = templateEnd(text, at);
      return OTHER;
    }
    if (code === SLASH && text.charCodeAt(at + 1) === STAR) {
      at = commentEnd(text, at);
      return { kind: "doc", value: cleaned(text.slice(start, at)) };
    }
    if (code === SLASH && startsValue(before)) {
      REGEX.lastIndex = at;
      const length = REGEX.exec(text)?.[0].length;
      if (length !== undefined) {
        at += length;
        return OTHER;
      }
    }
    at += text.startsWith("...", at) ? 3 : text.startsWith("=>", at) ? 2 : 1;
    return MARKS.get(text.slice(start, at)) ?? OTHER;
  };
  const next = (): Token => {
    const token = read();
    if (token.kind !== "doc") before = token;
    return token;
  };
  const skipValue = (current: Token): Token => {
    let depth = 0;
    let token = current;
    for (; token.kind !== "end"; token = next()) {
      if (token.kind !== "mark") continue;
      const { value } = token;
      if (depth === 0 && (value === "," || value === ")" || value === "]" || value === "}")) break;
      if (value === "(" || value === "[" || value === "{") depth += 1;
      else if (value === ")" || value === "]" || value === "}") depth -= 1;
    }
    return token;
  };
  const skipPlainValue = (): Token => {
    at = plainValueEnd(text, at);
    return next();
  };
  return { next, skipValue, skipPlainValue };
}

function plainValueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = quoteEnd(text, at) - 1;
    else if (code === BACKTICK) at = templateEnd(text, at) - 1;
    else if (code === SLASH) at = Math.max(at, skipSpace(text, at) - 1);
    else if (code === OPEN_BRACE || code === OPEN_PARENTHESIS || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (code === COMMA && depth === 0) return at;
  }
  return text.length;
}

/** Over spaces and comments, but for doc comments. */
function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) at += 1;
    else if (code !== SLASH) return at;
    else {
      const second = text.charCodeAt(at + 1);
      if (second === SLASH) {
        const end = text.indexOf("\n", at);
        at = end < 0 ? text.length : end;
      } else if (second === STAR && !isDoc(text, at)) at = commentEnd(text, at);
      else return at;
    }
  }
  return at;
}

/** Whether a comment is a doc comment; the empty one is none. */
const isDoc = (text: string, at: number): boolean =>
  text.charCodeAt(at + 2) === STAR && text.charCodeAt(at + 3) !== SLASH;

function commentEnd(text: string, start: number): number {
  const end = text.indexOf("*/", start + 2);
  return end < 0 ? text.length : end + 2;
}

const SPACE = 32;
const SLASH = 47;
const STAR = 42;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKTICK = 96;
const BACKSLASH = 92;
const LINE_END = 10;
const DOLLAR = 36;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COMMA = 44;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Letters, digits, `_`, `$`, and everything beyond ASCII: outside of strings that is part of a name. */
const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  isDigit(code) ||
  code === 95 ||
  code === 36 ||
  code > 127;

/** Whether a value may come after a token, so that a slash begins a regular expression and no division. */
function startsValue({ kind, value }: Token): boolean {
  if (kind === "name") return KEYWORDS_BEFORE_VALUES.has(value);
  return kind === "end" || (kind === "mark" && value !== ")" && value !== "]" && value !== "}");
}

function quoteEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === quote) return at + 1;
    else if (code === LINE_END) return at;
  }
  return text.length;
}

/** End of a template, over the expressions inside it. */
function templateEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === BACKTICK) return at + 1;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) at = holeEnd(text, at + 2) - 1;
  }
  return text.length;
}

function holeEnd(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKTICK) at = templateEnd(text, at) - 1;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) at = quoteEnd(text, at) - 1;
    else if (code === OPEN_BRACE) depth += 1;
    else if (code === CLOSE_BRACE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** A comment without stars and tags; `{@link name}` becomes the name. */
function cleaned(comment: string): string {
  const lines = comment
    .slice(3, comment.endsWith("*/") ? -2 : undefined)
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*\* ?/u, "").trimEnd());
  const tags = lines.findIndex((line) => /^\s*@\w/u.test(line));
  return (tags < 0 ? lines : lines.slice(0, tags))
    .join("\n")
    .replace(
      /\{@link(?:code|plain)?\s+([^}|\s]+)(?:\s*\|?\s*([^}]*))?\}/gu,
      (_, target: string, label: string | undefined) => label?.trim() || target,
    )
    .trim();
}
