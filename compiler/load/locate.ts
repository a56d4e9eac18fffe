import { SourceMap } from "node:module";
import type { Site } from "../../dsl/site.ts";
import type { Mark, Place } from "../diagnostics/mark.ts";
import { type AstNode, child, children } from "./ast.ts";
import { type Frame, userFrames } from "./frames.ts";
import { relativePath } from "./host.ts";
import type { SourceTexts } from "./sources.ts";
import { callAt, nodeAt, parseSyntax, type Syntax } from "./syntax.ts";
import { templateSpan } from "./template-span.ts";
import { fileStart, offsetOf, textPlace } from "./text-place.ts";
import { mapsOf } from "./transform.ts";

/** The place of a mark; nothing for what concerns the whole project. */
export type Locate = (mark: Mark) => Place | undefined;

interface Point {
  readonly file: string;
  readonly syntax: Syntax;
  readonly offset: number;
}

/**
 * Finds places. Files are parsed, and their source maps made, at the first mark that needs them: this is slow, and
 * only for what is shown.
 * @param maps source maps from what ran to what was written, last transform first; those of the loader unless given
 */
export async function createLocator(sources: SourceTexts, maps = mapsOf): Promise<Locate> {
  const { parseSync } = await import("oxc-parser");
  const syntaxes = remembered((file) => {
    const text = sources.text(file);
    return text === undefined ? undefined : parseSyntax(file, text, parseSync);
  });
  const sourceMaps = remembered((file) =>
    maps(file, sources.text(file) ?? "").map((map) => new SourceMap(JSON.parse(map))),
  );

  const pointOf = (site: Site): Point | undefined => {
    const frame = userFrames(site.stack, sources.isModule)[0];
    if (frame === undefined) return undefined;
    const file = relativePath(sources.root, frame.path);
    const syntax = syntaxes(file);
    if (syntax === undefined) return undefined;
    const original = originalOf(frame, sourceMaps(file));
    return { file, syntax, offset: offsetOf(syntax.text, original.line, original.column) };
  };

  return (mark) => {
    if (mark.kind === "project") return undefined;
    if (mark.kind === "place") return mark.place;
    if (mark.kind === "sql" && mark.file !== undefined) {
      const text = sources.text(mark.file);
      return text === undefined ? fileStart(mark.file) : textPlace(mark.file, text, mark.start, mark.end);
    }
    const point = pointOf(mark.site);
    if (point === undefined) return undefined;
    const { file, syntax, offset } = point;
    const call = callAt(syntax, offset);
    const show = (start: number, end: number): Place => textPlace(file, syntax.text, start, end);
    if (call === undefined) return show(...wordAt(syntax.text, offset));
    if (mark.kind === "site") {
      if (mark.path !== undefined) return show(...spanOf(nodeAt(syntax, call, mark.path), call, syntax));
      return syntax.calls.get(offset) === call
        ? show(...calleeSpan(call, syntax))
        : show(...wordAt(syntax.text, offset));
    }
    const template = child(call, "quasi");
    const hole = mark.kind === "hole" ? children(template, "expressions")[mark.hole] : undefined;
    if (hole !== undefined) return show(hole.start, hole.end);
    if (template === undefined || mark.kind === "hole") return show(...calleeSpan(call, syntax));
    return show(...templateSpan(syntax.text, template, mark.part, mark.start, mark.end));
  };
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Back through the maps of the transforms; both count from 0. */
function originalOf(
  frame: Frame,
  maps: readonly SourceMap[],
): { readonly line: number; readonly column: number } {
  let line = frame.line - 1;
  let column = frame.column - 1;
  for (const map of maps) {
    const entry = map.findEntry(line, column);
    if (!("originalLine" in entry)) break;
    line = entry.originalLine;
    column = entry.originalColumn;
  }
  return { line: line + 1, column: column + 1 };
}

/** The name that is called, and its first argument where that is short: `mart("orders"`. */
function calleeSpan(call: AstNode, syntax: Syntax): readonly [number, number] {
  const first = children(call, "arguments")[0];
  const isName = first?.type === "Literal" && !syntax.text.slice(call.start, first.end).includes("\n");
  if (isName) return [call.start, first.end + (children(call, "arguments").length === 1 ? 1 : 0)];
  const callee = child(call, "callee") ?? child(call, "tag");
  return [call.start, callee?.end ?? call.end];
}

/** What is shown of a property: all of it on one line, else its key. */
function spanOf(node: AstNode, call: AstNode, syntax: Syntax): readonly [number, number] {
  if (node === call) return calleeSpan(call, syntax);
  const isShort = !syntax.text.slice(node.start, node.end).includes("\n");
  if (isShort) return [node.start, node.end];
  const key = child(node, "key");
  if (key !== undefined) return [key.start, key.end];
  const line = syntax.text.indexOf("\n", node.start);
  return [node.start, line];
}

function wordAt(text: string, offset: number): readonly [number, number] {
  const word = /^[\w$]+|^./u.exec(text.slice(offset, offset + 200));
  return [offset, offset + (word?.[0].length ?? 0)];
}
