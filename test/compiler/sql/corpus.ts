import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The queries of `corpus/<part>/*.sql`, divided by lines that are `;` alone. `valid` is accepted by Trino's own
 * parser, `invalid` is refused by it (`invalid/analysis.sql` only by its analyser), `own` is accepted here only.
 */
export function corpus(part: "valid" | "invalid" | "own", only?: string): readonly string[] {
  const folder = fileURLToPath(new URL(`./corpus/${part}/`, import.meta.url));
  return readdirSync(folder)
    .filter((file) => only === undefined || file === `${only}.sql`)
    .sort()
    .flatMap((file) => readFileSync(`${folder}${file}`, "utf8").trimEnd().split(/^;\n/m))
    .map((query) => query.trimEnd());
}

export interface InvalidQuery {
  readonly text: string;
  /** One line for each problem: its slug, its piece of the text as JSON, message and help. */
  readonly problems: readonly string[];
}

/** The invalid queries with the `--!` lines that stand before each of them. */
export function invalidQueries(): readonly InvalidQuery[] {
  return corpus("invalid").map((entry) => {
    const lines = entry.split("\n");
    const isProblem = (line: string): boolean => line.startsWith("--! ");
    return {
      text: lines.filter((line) => !isProblem(line)).join("\n"),
      problems: lines.filter(isProblem).map((line) => line.slice(4)),
    };
  });
}
