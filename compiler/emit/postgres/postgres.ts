import type { PostgresScript } from "../../plan/postgres.ts";
import { header } from "../../text/header.ts";
import { sqlComment } from "../../text/sql.ts";
import { target } from "../target.ts";

/** Scripts that make a database ready to be captured, for psql. */
export const postgres = target({
  summary: "PostgreSQL scripts: roles, publications, checks before capturing",
  reads: ["postgres"],
  emit: (plan) =>
    plan.postgres.map((script) => ({ path: script.path, text: text(script), from: script.from })),
});

function text({ file, comment, statements }: PostgresScript): string {
  const body = statements.map((statement) => `${statement};\n`).join("\n");
  return `${header("dashes", file)}${sqlComment(comment)}\n\n${body}`;
}
