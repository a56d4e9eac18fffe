import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../../../compiler/sql/parse/parse.ts";
import { resolve } from "../../../../compiler/sql/resolve/resolve.ts";
import type { Catalog } from "../../../../compiler/sql/resolve/resolver.ts";

/*
 * Our analyser against Trino's own: names, order and types of the output of every query here, and whether it is taken
 * at all. `*.answers.txt` hold what a Trino 476 said; `node test/real/sql/record.mjs corpus` asks again.
 */

const FOLDER = new URL("./", import.meta.url);
/** The most that may differ, in percent of all queries. */
const ALLOWED = 1;

function linesOf(file: string): readonly string[] {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL("tables.json", FOLDER), "utf8"),
);

const catalog: Catalog = (parts) => {
  const columns = TABLES[parts[parts.length - 1] ?? ""];
  return columns && { columns: Object.entries(columns).map(([name, type]) => ({ name, type })) };
};

/** Our answer, written as Trino's are; a query that we refuse begins with `!`. */
function answerTo(query: string): string {
  const parsed = parse(query);
  const resolved = resolve(parsed.query, catalog);
  const [problem] = [...parsed.problems, ...resolved.problems].filter(
    ({ severity }) => severity !== "warning",
  );
  if (problem !== undefined) return `! ${problem.slug}: ${problem.message}`;
  const columns = resolved.columns.map(
    ({ name, type }, index) => `${name?.toLowerCase() ?? `_col${index}`} ${type ?? "?"}`,
  );
  return [...columns, ...(resolved.isComplete ? [] : ["..."])].join("; ");
}

function agrees(answer: string, recorded: string): boolean {
  if (recorded.startsWith("! ")) return answer.startsWith("! ");
  const lower = recorded
    .split("; ")
    .map((column) => column.replace(/^\S+/, (name) => name.toLowerCase()))
    .join("; ");
  return answer === lower;
}

test("every query is typed, taken and refused as by Trino", () => {
  const listed = new Set(linesOf("differences.txt").map((line) => line.slice(0, 8)));
  const unlisted: string[] = [];
  const agreeing: string[] = [];
  let asked = 0;
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".sql"))) {
    const answers = new Map(
      linesOf(file.replace(".sql", ".answers.txt")).map((line) => [line.slice(0, 8), line.slice(9)]),
    );
    for (const query of linesOf(file)) {
      asked++;
      const digest = createHash("sha256").update(query).digest("hex").slice(0, 8);
      const recorded = answers.get(digest);
      if (recorded === undefined) expect.fail(`not recorded: ${query}`);
      const answer = answerTo(query);
      const isSame = agrees(answer, recorded);
      if (isSame && listed.has(digest)) agreeing.push(digest);
      if (!isSame && !listed.has(digest))
        unlisted.push(`${digest} ${query}\n  ours  ${answer}\n  Trino ${recorded}`);
    }
  }
  expect(unlisted.join("\n")).toBe("");
  expect(agreeing).toEqual([]);
  expect(asked).toBeGreaterThan(400);
  expect((listed.size / asked) * 100).toBeLessThanOrEqual(ALLOWED);
});
