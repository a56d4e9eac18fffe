// TPC-H and TPC-DS, whose texts come from Maven: our analyser gives the types that a Trino 476 gave.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { SUITES, tpcAnswers, tpcQueries } from "../sql/tpc.mjs";

const ROOM = new URL("../../../compiler/sql/", import.meta.url).pathname;

/** `parse` and `resolve` of this checkout, bundled, since Node reads no TypeScript. */
async function analyser(folder) {
  const outfile = join(folder, "sql.mjs");
  const contents = `export { parse } from "./parse/parse.ts"; export { resolve } from "./resolve/resolve.ts";`;
  await build({
    stdin: { contents, resolveDir: ROOM },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile));
}

function answerTo({ parse, resolve }, query, tables) {
  const parsed = parse(query);
  const resolved = resolve(parsed.query, (parts) => {
    const columns = tables.get(parts.at(-1));
    return columns && { columns };
  });
  const problems = [...parsed.problems, ...resolved.problems].filter(
    ({ severity }) => severity !== "warning",
  );
  if (problems.length > 0) return `! ${problems[0].message}`;
  const columns = resolved.columns.map(({ name, type }, index) => `${name ?? `_col${index}`} ${type ?? "?"}`);
  return columns.join("; ").toLowerCase();
}

export const sql = {
  name: "sql",
  summary: "TPC-H and TPC-DS get the types that Trino gave them",
  needs: [],
  async run(context) {
    const room = await analyser(context.folder);
    for (const suite of SUITES) {
      const { tables, queries } = tpcAnswers(suite);
      for (const { name, query } of await tpcQueries(suite)) {
        await context.check(`${suite} ${name}`, () => {
          const recorded = queries.get(name);
          const answer = answerTo(room, query, tables);
          if (recorded === undefined) throw new Error("Trino was not asked");
          if (answer !== recorded.toLowerCase()) throw new Error(`ours  ${answer}\nTrino ${recorded}`);
        });
      }
    }
  },
};
