import { type Token, tokensOf } from "./tokens.ts";

/** An expression, as far as doc comments need it. */
export type Outline =
  | {
      readonly kind: "object";
      readonly keys: ReadonlyMap<string, Documented>;
      readonly spreads: readonly Outline[];
    }
  | { readonly kind: "call"; readonly callee: string; readonly args: readonly Outline[] }
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "other" };

export interface Documented {
  readonly doc?: string;
  readonly value: Outline;
}

interface Call extends Documented {
  readonly callee: string;
}

/** The doc comments of a file, and what they stand above. */
export interface FileOutline {
  /** Top-level constants. */
  readonly constants: ReadonlyMap<string, Outline>;
  /** Calls whose first argument is a text, by that text: declarations, with the comment above their statement. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  /** Local names that are imported. */
  readonly imports: ReadonlyMap<string, { readonly name: string; readonly specifier: string }>;
}

const OTHER: Outline = { kind: "other" };
/** What the language's columns begin with: there is nothing in them to document, and there are very many. */
const COLUMN_TYPES = new Set(["t", "pg"]);
const CLOSERS = new Set([")", "]", "}"]);

/**
 * Reads a file for its doc comments only. It knows literals, calls and constants, and skips all else; a full parse
 * would cost more than the rest of loading.
 */
export function outlineOf(text: string): FileOutline {
  const tokens = tokensOf(text);
  let token = tokens.next();
  let doc: string | undefined;
  const constants = new Map<string, Outline>();
  const calls = new Map<string, Call[]>();
  const imports = new Map<string, { name: string; specifier: string }>();

  /** Goes on to the next token that is no comment; the last comment passed is kept in `doc`. */
  const advance = (): Token => {
    doc = undefined;
    token = tokens.next();
    while (token.kind === "doc") {
      doc = token.value;
      token = tokens.next();
    }
    return token;
  };
  const isEnd = (): boolean => token.kind === "end";
  const isMark = (value: string): boolean => token.kind === "mark" && token.value === value;

  const addCall = (name: string, call: Call): void => {
    const known = calls.get(name);
    if (known === undefined) calls.set(name, [call]);
    else known.push(call);
  };

  /** Skips to the comma or closing bracket that ends a value. */
  const skipValue = (): void => {
    token = tokens.skipValue(token);
  };

  /** The expressions between brackets. */
  const list = (close: string): readonly Outline[] => {
    const items: Outline[] = [];
    advance();
    while (!isEnd() && !isMark(close)) {
      if (isMark(",")) {
        advance();
        continue;
      }
      if (token.kind === "mark" && CLOSERS.has(token.value)) break;
      items.push(expression(doc));
      skipValue();
    }
    advance();
    return items;
  };

  const object = (): Outline => {
    const keys = new Map<string, Documented>();
    const spreads: Outline[] = [];
    advance();
    while (!isEnd() && !isMark("}")) {
      const above = doc;
      if (isMark(",")) {
        advance();
      } else if (isMark("...")) {
        advance();
        spreads.push(expression(undefined));
        skipValue();
      } else if (token.kind === "name" || token.kind === "text") {
        const key = token.value;
        advance();
        let value: Outline = { kind: "reference", name: key };
        if (isMark(":")) {
          advance();
          if (token.kind === "name" && COLUMN_TYPES.has(token.value)) {
            token = tokens.skipPlainValue();
            value = OTHER;
          } else value = expression(above);
        } else if (!isMark(",") && !isMark("}")) value = OTHER;
        keys.set(key, { value, ...(above === undefined ? {} : { doc: above }) });
        skipValue();
      } else {
        skipValue();
        if (token.kind === "mark" && CLOSERS.has(token.value) && !isMark("}")) break;
      }
    }
    advance();
    return { kind: "object", keys, spreads };
  };

  /** The expression at the token, without what comes after its calls; `above` is the comment that describes it. */
  const expression = (above: string | undefined): Outline => {
    if (isMark("{")) return object();
    if (isMark("[")) {
      list("]");
      return OTHER;
    }
    if (isMark("(")) return list(")")[0] ?? OTHER;
    if (token.kind === "text") {
      const { value } = token;
      advance();
      return { kind: "text", value };
    }
    if (token.kind !== "name") return OTHER;
    let name = token.value;
    let outline: Outline = { kind: "reference", name };
    advance();
    for (;;) {
      if (isMark(".")) {
        name = advance().value;
        outline = outline.kind === "call" ? outline : OTHER;
        advance();
      } else if (isMark("(")) {
        const args = list(")");
        const first = args[0];
        if (outline.kind !== "call") {
          outline = { kind: "call", callee: name, args };
          if (first?.kind === "text")
            addCall(first.value, {
              callee: name,
              value: outline,
              ...(above === undefined ? {} : { doc: above }),
            });
        }
      } else return outline;
    }
  };

  const importStatement = (): void => {
    const names: [local: string, name: string][] = [];
    let last = "";
    while (!isEnd() && token.kind !== "text" && !isMark(";")) {
      if (token.kind === "name" && token.value === "as") names.pop();
      else if (token.kind === "name" && token.value !== "type" && token.value !== "from")
        names.push([token.value, last === "as" ? (before ?? token.value) : token.value]);
      if (token.kind === "name" && token.value !== "as" && last !== "as") before = token.value;
      last = token.value;
      advance();
    }
    if (token.kind === "text")
      for (const [local, name] of names) imports.set(local, { name, specifier: token.value });
  };
  let before: string | undefined;

  // The comment above `export const` stays until the statement's value is read.
  let above: string | undefined;
  if (token.kind === "doc") {
    above = token.value;
    advance();
    above = doc ?? above;
  }
  while (!isEnd()) {
    if (doc !== undefined) above = doc;
    if (token.kind !== "name") {
      if (isMark(";") || isMark("}")) above = undefined;
      advance();
    } else if (token.value === "import") {
      advance();
      importStatement();
      above = undefined;
    } else if (token.value === "const" || token.value === "let" || token.value === "var") {
      const name = advance().value;
      advance();
      while (!isEnd() && !isMark("=") && !isMark(";")) advance();
      if (!isMark("=")) continue;
      advance();
      constants.set(name, expression(above));
      above = doc;
    } else if (token.value === "as" || token.value === "satisfies") {
      advance();
      advance();
    } else if (token.value === "export" || token.value === "default") advance();
    else {
      expression(above);
      above = doc;
    }
  }
  return { constants, calls, imports };
}
