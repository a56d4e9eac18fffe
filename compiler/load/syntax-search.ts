import type { Mark } from "../diagnostics/mark.ts";
import type { SourceTexts } from "./sources.ts";
import { textPlace } from "./text-place.ts";

type Span = { readonly start: number; readonly end: number };

/** The first `await` outside functions, or `import(..)`. */
export async function firstAwait(file: string, sources: SourceTexts): Promise<Mark | undefined> {
  const { Visitor } = await import("oxc-parser");
  const found: Span[] = [];
  let depth = 0;
  const enter = (): void => {
    depth += 1;
  };
  const leave = (): void => {
    depth -= 1;
  };
  const visitor = new Visitor({
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    AwaitExpression: (node) => void (depth === 0 && found.push({ start: node.start, end: node.start + 5 })),
    ForOfStatement: (node) =>
      void (node.await && depth === 0 && found.push({ start: node.start, end: node.start + 9 })),
    ImportExpression: (node) => void found.push(node),
  });
  return visited(file, sources, visitor, found);
}

/** The loop that most likely never ends: one without a condition, else the first. */
export async function firstLoop(file: string, sources: SourceTexts): Promise<Mark | undefined> {
  const { Visitor } = await import("oxc-parser");
  const endless: Span[] = [];
  const others: Span[] = [];
  const isTrue = (test: { readonly type: string } | null): boolean =>
    test === null || (test.type === "Literal" && "value" in test && Boolean(test.value));
  const head = (node: Span, length: number): Span => ({ start: node.start, end: node.start + length });
  const visitor = new Visitor({
    WhileStatement: (node) => void (isTrue(node.test) ? endless : others).push(head(node, 5)),
    DoWhileStatement: (node) => void (isTrue(node.test) ? endless : others).push(head(node, 2)),
    ForStatement: (node) => void (isTrue(node.test) ? endless : others).push(head(node, 3)),
  });
  return (await visited(file, sources, visitor, endless)) ?? visited(file, sources, new Visitor({}), others);
}

async function visited(
  file: string,
  sources: SourceTexts,
  visitor: { readonly visit: (program: import("oxc-parser").Program) => void },
  found: readonly Span[],
): Promise<Mark | undefined> {
  const text = sources.text(file) ?? "";
  const { parseSync } = await import("oxc-parser");
  visitor.visit(parseSync(file, text, { sourceType: "module" }).program);
  const first = found[0];
  return first === undefined
    ? undefined
    : { kind: "place", place: textPlace(file, text, first.start, first.end) };
}
