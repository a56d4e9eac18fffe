import type { FaceRelation } from "../ast/relation.ts";
import { nameOf } from "../tokens.ts";
import { advance, endOf, kindAt, type Parser, parseQualifiedName, startOf } from "./parser.ts";
import { close, open } from "./recover.ts";

/** Whether `changes(` or `history(` stands here: the faces of a captured table, which only this compiler knows. */
export function atFace(p: Parser): boolean {
  return kindAt(p) === "identifier" && kindAt(p, 1) === "(" && faceAt(p) !== undefined;
}

function faceAt(p: Parser): FaceRelation["face"] | undefined {
  const name = nameOf(p.tokens, p.at);
  return name === "changes" || name === "history" ? name : undefined;
}

export function parseFace(p: Parser): FaceRelation {
  const start = startOf(p);
  const face = faceAt(p) ?? "changes";
  advance(p);
  const opener = open(p);
  const name = parseQualifiedName(p, "the name of a captured table");
  close(p, opener);
  return { kind: "face", start, end: endOf(p, start), face, name };
}
