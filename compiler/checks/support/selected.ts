// What the select lists of a query pass on as it is: `c.email`, `c.email as mail`, `email`, `*`. Expressions are left
// out: whether `substr(c.email, 1, 3)` still is the value cannot be known from names.
import { lex } from "../../sql/lexer.ts";
import { isName, nameOf, type TokenKind, type Tokens } from "../../sql/tokens.ts";

/** A column that a select list passes on, or all of a relation's with the name `*`. */
export interface Passed {
  /** Name in the result. */
  readonly as: string;
  /** Name of the column that is passed on, or `*`. */
  readonly column: string;
  /** The name before the point, where there is one. */
  readonly qualifier?: string;
  /** Open parentheses around it: 0 is the query's own result. */
  readonly depth: number;
}

/** Aliases of the relations that a query reads, by alias; and what its lists pass on or compute. */
export interface Selected {
  readonly passed: readonly Passed[];
  /** Names that an expression is given: they say nothing of the columns of that name. */
  readonly computed: ReadonlySet<string>;
}

const ITEM_STARTS: ReadonlySet<TokenKind> = new Set<TokenKind>(["SELECT", "DISTINCT", "ALL", ","]);
const ITEM_ENDS: ReadonlySet<TokenKind> = new Set<TokenKind>([",", "FROM", "end", ")"]);

export function selected(sql: string): Selected {
  const tokens = lex(sql);
  const passed: Passed[] = [];
  const computed = new Set<string>();
  const isListAt: boolean[] = [false];
  for (let at = 0; at < tokens.kinds.length; at++) {
    const kind = tokens.kinds[at] ?? "end";
    if (kind === "(") isListAt.push(false);
    else if (kind === ")") isListAt.pop();
    else if (kind === "SELECT") isListAt[isListAt.length - 1] = true;
    else if (kind === "FROM") isListAt[isListAt.length - 1] = false;
    const depth = isListAt.length - 1;
    if (!ITEM_STARTS.has(kind) || isListAt[depth] !== true) continue;
    const item = passedAt(tokens, at + 1, depth);
    if (item !== undefined) passed.push(item);
    else addComputed(tokens, at + 1, computed);
  }
  return { passed, computed };
}

function passedAt(tokens: Tokens, start: number, depth: number): Passed | undefined {
  let at = start;
  const chain: string[] = [];
  while (isName(tokens.kinds[at] ?? "end") || tokens.kinds[at] === "*") {
    chain.push(tokens.kinds[at] === "*" ? "*" : nameOf(tokens, at));
    at++;
    if (tokens.kinds[at] !== ".") break;
    at++;
  }
  const column = chain.at(-1);
  if (column === undefined) return undefined;
  const qualifier = chain.at(-2);
  const end = tokens.kinds[at] ?? "end";
  const told = { column, depth, ...(qualifier === undefined ? {} : { qualifier }) };
  if (ITEM_ENDS.has(end)) return { as: column, ...told };
  const alias = end === "AS" ? at + 1 : at;
  if (!isName(tokens.kinds[alias] ?? "end") || !ITEM_ENDS.has(tokens.kinds[alias + 1] ?? "end"))
    return undefined;
  return { as: nameOf(tokens, alias), ...told };
}

/** The name behind the `AS` of an expression. */
function addComputed(tokens: Tokens, start: number, computed: Set<string>): void {
  let depth = 0;
  for (let at = start; at < tokens.kinds.length; at++) {
    const kind = tokens.kinds[at] ?? "end";
    if (kind === "(") depth++;
    if (kind === ")") depth--;
    if (depth < 0 || (depth === 0 && (kind === "," || kind === "FROM"))) return;
    if (depth === 0 && kind === "AS" && isName(tokens.kinds[at + 1] ?? "end"))
      computed.add(nameOf(tokens, at + 1));
  }
}
