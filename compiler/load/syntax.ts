import { type AstNode, child, children, isNode, keyOf, type Parse, unwrapped, walk } from "./ast.ts";

/** A user's file, parsed: its calls by position, and its variables. */
export interface Syntax {
  readonly text: string;
  readonly program: AstNode;
  /** Calls and tagged templates by the offset that V8 reports for them. */
  readonly calls: ReadonlyMap<number, AstNode>;
  /** What top-level variables are set to. */
  readonly variables: ReadonlyMap<string, AstNode>;
}

export type Path = readonly (string | number)[];

export function parseSyntax(file: string, text: string, parse: Parse): Syntax | undefined {
  const program: unknown = parse(file, text, { sourceType: "module" }).program;
  if (!isNode(program)) return undefined;
  const calls = new Map<number, AstNode>();
  const variables = new Map<string, AstNode>();
  walk(program, (node) => {
    for (const position of positionsOf(node)) if (!calls.has(position)) calls.set(position, node);
  });
  for (const statement of children(program, "body")) {
    const declaration = child(statement, "declaration") ?? statement;
    for (const declarator of children(declaration, "declarations")) {
      const name = child(declarator, "id")?.name;
      const value = child(declarator, "init");
      if (typeof name === "string" && value !== undefined) variables.set(name, value);
    }
  }
  return { text, program, calls, variables };
}

/** V8 names a call by its callee's last name, a tagged template by its tag or its first backtick. */
function positionsOf(node: AstNode): readonly number[] {
  if (node.type === "CallExpression" || node.type === "NewExpression") return [anchor(child(node, "callee"))];
  if (node.type !== "TaggedTemplateExpression") return [];
  return [anchor(child(node, "tag")), child(node, "quasi")?.start ?? node.start, node.start];
}

function anchor(callee: AstNode | undefined): number {
  const inner = unwrapped(callee);
  if (inner?.type === "MemberExpression") return child(inner, "property")?.start ?? inner.start;
  return inner?.start ?? -1;
}

/** The call at an offset; else the smallest one around it. */
export function callAt(syntax: Syntax, offset: number): AstNode | undefined {
  const exact = syntax.calls.get(offset);
  if (exact !== undefined) return exact;
  let best: AstNode | undefined;
  for (const call of syntax.calls.values())
    if (
      call.start <= offset &&
      offset < call.end &&
      (best === undefined || call.end - call.start < best.end - best.start)
    )
      best = call;
  return best;
}

/**
 * The node at a path below a call's arguments: names are properties, numbers elements. The first name is looked for in
 * the last argument that has it. As far as the path is written out; variables of the file are followed.
 */
export function nodeAt(syntax: Syntax, call: AstNode, path: Path): AstNode {
  let shown = call;
  let value: AstNode | undefined = call;
  for (const key of path) {
    const next: { readonly shown: AstNode; readonly value: AstNode | undefined } | undefined = step(
      syntax,
      value,
      key,
    );
    if (next === undefined) break;
    shown = next.shown;
    value = next.value;
  }
  return shown;
}

function step(
  syntax: Syntax,
  from: AstNode | undefined,
  key: string | number,
): { readonly shown: AstNode; readonly value: AstNode | undefined } | undefined {
  const node = resolved(syntax, from);
  if (node === undefined) return undefined;
  if (node.type === "ArrayExpression" || (node.type === "CallExpression" && typeof key === "number")) {
    const value = children(node, node.type === "ArrayExpression" ? "elements" : "arguments")[Number(key)];
    return value === undefined ? undefined : { shown: value, value };
  }
  if (node.type === "CallExpression") {
    for (const argument of [...children(node, "arguments")].reverse()) {
      const found = step(syntax, argument, key);
      if (found !== undefined) return found;
    }
    const receiver = child(child(node, "callee"), "object");
    return receiver === undefined || receiver.type === "Identifier" ? undefined : step(syntax, receiver, key);
  }
  return node.type === "ObjectExpression" ? propertyOf(syntax, node, String(key)) : undefined;
}

function propertyOf(
  syntax: Syntax,
  object: AstNode,
  key: string,
): { readonly shown: AstNode; readonly value: AstNode | undefined } | undefined {
  for (const property of [...children(object, "properties")].reverse()) {
    if (property.type === "SpreadElement") {
      const found = step(syntax, child(property, "argument"), key);
      if (found !== undefined) return found;
    } else if (keyOf(property) === key) return { shown: property, value: child(property, "value") };
  }
  return undefined;
}

/** Follows variables of the file to what they are set to. */
function resolved(syntax: Syntax, from: AstNode | undefined): AstNode | undefined {
  let node = unwrapped(from);
  for (let hops = 0; node?.type === "Identifier" && hops < 10; hops += 1)
    node = typeof node.name === "string" ? unwrapped(syntax.variables.get(node.name)) : undefined;
  return node;
}
