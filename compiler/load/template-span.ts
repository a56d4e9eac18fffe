import { type AstNode, children } from "./ast.ts";

/**
 * Characters `start` to `end` of a template's text, as offsets in the file. The text differs from the file by the
 * escapes of backtick and `${`, and by line ends, which JavaScript reads as `\n`.
 */
export function templateSpan(
  file: string,
  template: AstNode,
  part: number,
  start: number,
  end: number,
): readonly [number, number] {
  const hole = children(template, "expressions")[part - 1];
  if (part > 0 && hole === undefined) return [template.start, template.end];
  const begin = hole === undefined ? template.start + 1 : file.indexOf("}", hole.end) + 1;
  return [offsetIn(file, begin, template.end, start), offsetIn(file, begin, template.end, end)];
}

function offsetIn(file: string, begin: number, stop: number, count: number): number {
  let at = begin;
  for (let left = count; left > 0 && at < stop; left -= 1) {
    if (file[at] === "\\" && (file[at + 1] === "`" || file.startsWith("${", at + 1))) at += 1;
    else if (file[at] === "\r" && file[at + 1] === "\n") at += 1;
    at += 1;
  }
  return at;
}
