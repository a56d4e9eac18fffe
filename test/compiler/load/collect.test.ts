import { expect, test } from "vitest";
import { loadFiles } from "./project.ts";

const HEAD =
  'import { action, cron, email, external, incremental, mart, pg, pipeline, postgres, report, run, secret, seed, sql, sqlFile, step, t, table } from "odp";\n';
const END =
  'export default pipeline("p", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [OUT] });\n';
const END_OF = (outputs: string): string => END.replace("OUT", outputs);

test("what is exported or reached is collected once, sorted, with its file", async () => {
  const { project, diagnostics } = await loadFiles({
    "pipeline.ts": `${HEAD}import { shop } from "./shop.ts";\nconst hidden = mart("hidden", { columns: { id: t.bigint() }, sql: sql\`select id from \${shop.orders}\` });\nconst top = mart("top", { columns: { id: t.bigint() }, sql: sql\`select id from \${hidden}\` });\nexport const unused = seed("unused", { columns: { id: t.bigint() }, rows: [] });\n${END_OF("top")}`,
    "shop.ts": `${HEAD}const own = postgres("shop", { connection: secret("pg"), tables: { orders: { id: pg.bigint() } }, schemas: { more: { extra: { id: pg.bigint() } } } });\nexport const shop = { orders: own.orders };\n`,
  });
  expect(diagnostics).toEqual([]);
  expect(
    project?.declarations.map(({ declaration, file }) => `${declaration.kind}:${declaration.name} ${file}`),
  ).toEqual([
    "model:hidden pipeline.ts",
    "model:top pipeline.ts",
    "pipeline:p pipeline.ts",
    "postgres:shop shop.ts",
    "seed:unused pipeline.ts",
    "table:shop.more.extra shop.ts",
    "table:shop.orders shop.ts",
  ]);
  expect([...(project?.exported ?? [])].map((declaration) => declaration.name).sort()).toEqual([
    "p",
    "shop.orders",
    "top",
    "unused",
  ]);
});

test("two declarations of one name are both kept, for a check to report", async () => {
  const one = 'mart("same", { columns: { id: t.bigint() }, sql: sql`select 1 as id` })';
  const { project } = await loadFiles({
    "pipeline.ts": `${HEAD}export const a = ${one};\nexport const b = ${one};\n${END_OF("a, b")}`,
  });
  expect(project?.declarations.map(({ declaration }) => declaration.name)).toEqual(["same", "same", "p"]);
});

test("attached files are read beside the file that names them, in nested templates too", async () => {
  const { project, diagnostics } = await loadFiles({
    "pipeline.ts": `${HEAD}import { models } from "./models/all.ts";\n${END_OF("...models")}`,
    "models/all.ts": `${HEAD}const a = mart("a", { columns: { id: t.bigint() }, sql: sqlFile("a.sql") });\nconst b = mart("b", { columns: { id: t.bigint() }, sql: sql\`select * from (\${sqlFile("../b.sql")})\` });\nconst s = seed("s", { columns: { id: t.bigint() }, file: "s.csv" });\nconst st = step("st", { run: run.python("st.py"), reads: [s] });\nconst ac = action("ac", { title: "x", file: "ac.ts", reads: [a] });\nexport const models = [a, b, s, st, ac];\n`,
    "models/a.sql": "select 1",
    "b.sql": "select 2",
    "models/s.csv": "id\n1\n",
    "models/st.py": "print()",
    "models/ac.ts": "export function main() {}",
  });
  expect(diagnostics).toEqual([]);
  const holders = [...(project?.attachments ?? [])].map(
    ([holder, { path }]) => `${"name" in holder ? holder.name : "sql"} ${path}`,
  );
  expect(holders.sort()).toEqual([
    "ac models/ac.ts",
    "s models/s.csv",
    "sql b.sql",
    "sql models/a.sql",
    "st models/st.py",
  ]);
});

test("projects inside a project, dependencies, hidden folders and the output are not searched", async () => {
  const inner = `${HEAD}${END_OF("")}`;
  const { project } = await loadFiles({
    "pipeline.ts": inner,
    "team/pipeline.ts": inner.replace('pipeline("p"', 'pipeline("team"'),
    "node_modules/x/pipeline.ts": "broken(",
    ".hidden/pipeline.ts": "broken(",
    "dags-out/demo/pipeline.ts": "broken(",
    "other/odp.config.ts": "",
    "other/pipeline.ts": "broken(",
  });
  expect(project?.declarations.map(({ declaration }) => declaration.name)).toEqual(["p", "team"]);
});

test("entries by pattern", async () => {
  const inner = (name: string): string =>
    `${HEAD}${END_OF("")}`.replace('pipeline("p"', `pipeline("${name}"`);
  const { project } = await loadFiles({
    "odp.config.ts":
      'import { defineConfig } from "odp";\nexport default defineConfig({ project: "demo", entries: ["flows/*.{flow,job}.ts", "deep/**/x?.ts"] });\n',
    "flows/a.flow.ts": inner("a"),
    "flows/b.job.ts": inner("b"),
    "flows/c.ts": inner("c"),
    "flows/sub/d.flow.ts": inner("d"),
    "deep/x1.ts": inner("x1"),
    "deep/er/x2.ts": inner("x2"),
    "deep/er/x.ts": inner("x"),
  });
  expect(project?.declarations.map(({ declaration }) => declaration.name)).toEqual(["a", "b", "x1", "x2"]);
});
