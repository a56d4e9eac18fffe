import { type Parser, report } from "./parser.ts";

/**
 * Reports something of another SQL dialect: the tokens from index `first` to `last`, what is wrong, what to
 * write. The callers read it as its nearest relative, so nothing panics.
 */
export function reportForeign(p: Parser, first: number, message: string, help: string, last = first): void {
  const span = { start: p.tokens.starts[first] ?? 0, end: p.tokens.ends[last] ?? 0 };
  report(p, { slug: "foreign-syntax", span, message, help });
}
