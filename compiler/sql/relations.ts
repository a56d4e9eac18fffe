import { lex } from "./lexer.ts";
import type { SqlProblem } from "./problems.ts";
import { isName, nameOf, type Span, type TokenKind, type Tokens } from "./tokens.ts";

/**
 * Which face of a captured table a query reads: its current state, its change events (`changes(shop.orders)`)
 * or its versions (`history(shop.orders)`).
 */
export type RelationFace = "current" | "changes" | "history";

/** A name with the place where it is written. Unquoted names are in lower case. */
export interface NamePart {
  readonly name: string;
  readonly span: Span;
}

/** One place of a query that names a table. */
export interface RelationName {
  readonly face: RelationFace;
  /** `[{orders}]`, `[{shop}, {orders}]`; one dotted quoted name, `"shop.orders"`, inside a face is split too. */
  readonly parts: readonly NamePart[];
  /** The name alone, for a face without its call. */
  readonly nameSpan: Span;
  /** All of it: the name, or the whole call of a face. The alias is not part of it. */
  readonly span: Span;
  readonly alias?: NamePart;
  /** True when a common table expression in scope has this name: then no table is meant. */
  readonly isCommonTable: boolean;
}

/** A column named through a relation: `o.total` where `o` is an alias, or `shop.orders.total`. */
export interface ColumnReference {
  readonly relation: RelationName;
  readonly column: NamePart;
  /** The whole chain, qualifier included. */
  readonly span: Span;
}

export interface FoundRelations {
  readonly relations: readonly RelationName[];
  readonly problems: readonly SqlProblem[];
}

/** Every place of the query that names a table, in the order of the text. Linear in its length. */
export function findRelations(text: string): FoundRelations {
  const { relations, problems } = scan(lex(text));
  return { relations, problems };
}

/** Every `qualifier.column` whose qualifier is a relation of the query in scope, in the order of the text. */
export function findColumnReferences(text: string): readonly ColumnReference[] {
  return scan(lex(text)).columns;
}

interface Scope {
  readonly outer: Scope | undefined;
  readonly relations: RelationName[];
}

interface CommonTables {
  readonly names: ReadonlySet<string>;
}

/** What an open parenthesis, or the text itself, holds. */
interface Frame {
  readonly isQuery: boolean;
  readonly isRelation: boolean;
  /** Set when the parenthesis is the body of a common table expression, which is visible behind it. */
  readonly defines?: string;
  scope: Scope;
  common: CommonTables;
  isFrom: boolean;
  expectsRelation: boolean;
  expectsCommonTable: boolean;
}

interface Found {
  readonly relations: RelationName[];
  readonly columns: ColumnReference[];
  readonly problems: SqlProblem[];
}

const QUERY_STARTS = new Set<TokenKind>(["SELECT", "WITH", "VALUES", "TABLE"]);
const FROM_ENDS = new Set<TokenKind>([
  "WHERE",
  "GROUP",
  "HAVING",
  "WINDOW",
  "ORDER",
  "LIMIT",
  "OFFSET",
  "FETCH",
]);
const SET_OPERATIONS = new Set<TokenKind>(["UNION", "EXCEPT", "INTERSECT"]);
/** Free words that start a clause behind a relation, so that they are no alias there. */
const NO_ALIAS = new Set<TokenKind>([...FROM_ENDS, "TABLESAMPLE", "MATCH_RECOGNIZE"]);

function scan(tokens: Tokens): Found {
  const found: Found = { relations: [], columns: [], problems: [...tokens.problems] };
  const pending: { readonly chain: readonly NamePart[]; readonly scope: Scope }[] = [];
  const { kinds } = tokens;
  const top: Scope = { outer: undefined, relations: [] };
  let frame = newFrame(true, false, top, { names: new Set() });
  const stack: Frame[] = [];
  let at = 0;

  while (kinds[at] !== "end" && at < kinds.length) {
    const kind = kinds[at] ?? "end";
    if (kind === "(") {
      stack.push(frame);
      frame = openFrame(frame, kinds, at);
      at++;
      continue;
    }
    if (kind === ")") {
      const closed = frame;
      frame = stack.pop() ?? frame;
      if (closed.defines !== undefined) frame.common = withName(frame.common, closed.defines);
      else if (frame.expectsRelation && closed !== frame) frame.expectsRelation = false;
      at++;
      continue;
    }
    if (frame.isQuery && kind === "WITH" && !frame.isFrom && kinds[at + 1] !== "ORDINALITY") {
      at = openCommonTable(tokens, kinds[at + 1] === "RECURSIVE" ? at + 2 : at + 1);
      continue;
    }
    if (frame.expectsCommonTable && kind === ",") {
      at = openCommonTable(tokens, at + 1);
      continue;
    }
    if (frame.isQuery && (kind === "SELECT" || SET_OPERATIONS.has(kind))) {
      frame.expectsCommonTable = false;
      frame.isFrom = false;
      if (SET_OPERATIONS.has(kind)) frame.scope = { outer: frame.scope.outer, relations: [] };
    } else if (frame.isQuery && kind === "FROM" && kinds[at - 1] !== "DISTINCT") {
      frame.isFrom = true;
      frame.expectsRelation = true;
    } else if (frame.isQuery && kind === "TABLE" && kinds[at + 1] !== "(" && !frame.isFrom) {
      frame.expectsRelation = true;
    } else if (frame.isQuery && FROM_ENDS.has(kind) && kinds[at - 1] !== ".") {
      frame.isFrom = false;
      frame.expectsRelation = false;
    } else if ((frame.isFrom || frame.isRelation) && (kind === "JOIN" || (kind === "," && frame.isFrom))) {
      frame.expectsRelation = true;
    } else if (frame.expectsRelation && (kind === "LATERAL" || kind === "UNNEST" || kind === "JSON_TABLE")) {
      if (kinds[at + 1] === "(" && kind !== "LATERAL") frame.expectsRelation = false;
    } else if (frame.expectsRelation && kind === "TABLE" && kinds[at + 1] === "(") {
      frame.expectsRelation = false;
    } else if (
      !frame.isQuery &&
      kind === "TABLE" &&
      kinds[at + 1] === "(" &&
      isName(kinds[at + 2] ?? "end")
    ) {
      at = readRelation(at + 2);
      continue;
    } else if (isName(kind)) {
      at = frame.expectsRelation ? readRelation(at) : readColumn(at);
      continue;
    }
    at++;
  }
  for (const { chain, scope } of pending) {
    const column = resolveColumn(chain, scope);
    if (column !== undefined) found.columns.push(column);
  }
  return found;

  function openCommonTable(from: Tokens, nameAt: number): number {
    frame.expectsCommonTable = true;
    if (!isName(kinds[nameAt] ?? "end")) return nameAt;
    let next = nameAt + 1;
    if (kinds[next] === "(") while (next < kinds.length && kinds[next++] !== ")");
    if (kinds[next] !== "AS" || kinds[next + 1] !== "(") return next;
    const name = nameOf(from, nameAt);
    const isRecursive = kinds[nameAt - 1] === "RECURSIVE";
    stack.push(frame);
    const common = isRecursive ? withName(frame.common, name) : frame.common;
    const scope = { outer: frame.scope, relations: [] };
    frame = { ...newFrame(true, false, scope, common), defines: name };
    return next + 2;
  }

  function readRelation(start: number): number {
    const face = faceAt(tokens, start);
    const [parts, behind] = readChain(tokens, face === "current" ? start : start + 2);
    const closeAt = face === "current" ? behind - 1 : behind;
    let next = closeAt + 1;
    frame.expectsRelation = false;
    if (face === "current" && kinds[next] === "(") return next;
    let aliasAt = -1;
    if (kinds[next] === "FOR" && kinds[next + 2] === "AS" && kinds[next + 3] === "OF") {
      next += kinds[next + 4] === "TIMESTAMP" || kinds[next + 4] === "DATE" ? 6 : 5;
    }
    if (kinds[next] === "AS" && isName(kinds[next + 1] ?? "end")) aliasAt = next + 1;
    else if (isName(kinds[next] ?? "end") && !NO_ALIAS.has(kinds[next] ?? "end")) aliasAt = next;
    const names = face === "current" ? parts : splitDots(parts);
    const first = parts[0];
    const isCommonTable =
      face === "current" && parts.length === 1 && first !== undefined && frame.common.names.has(first.name);
    const nameSpan = { start: first?.span.start ?? 0, end: parts[parts.length - 1]?.span.end ?? 0 };
    const span = { start: tokens.starts[start] ?? 0, end: tokens.ends[closeAt] ?? 0 };
    const base = { face, parts: names, nameSpan, span, isCommonTable };
    const relation: RelationName = aliasAt === -1 ? base : { ...base, alias: partAt(tokens, aliasAt) };
    found.relations.push(relation);
    frame.scope.relations.push(relation);
    if (aliasAt === -1) return next;
    next = aliasAt + 1;
    // Column aliases look like a parenthesis with names, which would be taken for columns.
    if (kinds[next] === "(") while (next < kinds.length && kinds[next++] !== ")");
    return next;
  }

  function readColumn(start: number): number {
    const [chain, next] = readChain(tokens, start);
    if (chain.length > 1 && kinds[next] !== "(") pending.push({ chain, scope: frame.scope });
    return next;
  }
}

function newFrame(isQuery: boolean, isRelation: boolean, scope: Scope, common: CommonTables): Frame {
  return {
    isQuery,
    isRelation,
    scope,
    common,
    isFrom: false,
    expectsRelation: isRelation,
    expectsCommonTable: false,
  };
}

function openFrame(frame: Frame, kinds: readonly TokenKind[], at: number): Frame {
  let first = at + 1;
  while (kinds[first] === "(") first++;
  if (QUERY_STARTS.has(kinds[first] ?? "end") && !(kinds[first] === "TABLE" && kinds[first + 1] === "(")) {
    // `((select …))`: the outer parentheses pass the scope through, the innermost opens it.
    if (first > at + 1) return newFrame(false, frame.expectsRelation, frame.scope, frame.common);
    return newFrame(true, false, { outer: frame.scope, relations: [] }, frame.common);
  }
  return newFrame(false, frame.expectsRelation, frame.scope, frame.common);
}

function withName(common: CommonTables, name: string): CommonTables {
  return { names: new Set([...common.names, name]) };
}

function faceAt(tokens: Tokens, at: number): RelationFace {
  if (tokens.kinds[at] !== "identifier" || tokens.kinds[at + 1] !== "(") return "current";
  const name = nameOf(tokens, at);
  if (name !== "changes" && name !== "history") return "current";
  const [parts, next] = readChain(tokens, at + 2);
  return parts.length > 0 && tokens.kinds[next] === ")" ? name : "current";
}

/** The names of `a.b.c` starting at a token, and the index of the token behind them. */
function readChain(tokens: Tokens, start: number): readonly [readonly NamePart[], number] {
  const parts: NamePart[] = [];
  let at = start;
  while (isName(tokens.kinds[at] ?? "end")) {
    parts.push(partAt(tokens, at));
    at++;
    if (tokens.kinds[at] !== "." || !isName(tokens.kinds[at + 1] ?? "end")) break;
    at++;
  }
  return [parts, at];
}

function partAt(tokens: Tokens, at: number): NamePart {
  return { name: nameOf(tokens, at), span: { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 } };
}

/** Inside a face, `"shop.orders"` means the same as `shop.orders`. */
function splitDots(parts: readonly NamePart[]): readonly NamePart[] {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !only.name.includes(".")) return parts;
  return only.name.split(".").map((name) => ({ name, span: only.span }));
}

function resolveColumn(chain: readonly NamePart[], scope: Scope): ColumnReference | undefined {
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    for (const relation of here.relations) {
      const column = chain[qualifierLength(chain, relation)];
      if (column === undefined || column === chain[0]) continue;
      return { relation, column, span: { start: chain[0]?.span.start ?? 0, end: column.span.end } };
    }
  }
  return undefined;
}

/** How many leading names of the chain stand for the relation; 0 when they mean something else. */
function qualifierLength(chain: readonly NamePart[], relation: RelationName): number {
  if (relation.alias !== undefined) return chain[0]?.name === relation.alias.name ? 1 : 0;
  const names = relation.parts.map((part) => part.name);
  if (chain[0]?.name === names[names.length - 1]) return 1;
  return chain.length > names.length && names.every((name, index) => chain[index]?.name === name)
    ? names.length
    : 0;
}
