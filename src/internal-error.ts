import { CODES } from "../compiler/diagnostics/codes.ts";

/** What is told of a mistake of odp itself; the stack is for the report. */
export function internalError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `error[ODP9001] ${CODES.ODP9001.slug}\n  this is a mistake of odp; nothing was written\n${text.replace(/^/gmu, "  ")}\n  help: report it with the text above\n`;
}
