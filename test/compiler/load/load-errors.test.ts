import { expect, test } from "vitest";
import { loadErrors } from "./project.ts";

const ACTION = `import { action, cron, pipeline } from "odp";
export const tell = action("tell", { title: "Tell", file: "tell.ts", reads: [] });
export default pipeline("demo", { owner: "a@b.c", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [tell] });
`;

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "syntax error": { "pipeline.ts": "export const x = ;\n" },
  "thrown by user code": {
    "pipeline.ts":
      'function check(x: number): void {\n  throw new Error("too small", { cause: new Error("x is " + x) });\n}\n\nif (true as boolean) check(1);\n',
  },
  "thrown something else": { "pipeline.ts": 'throw "text";\n' },
  "thrown by the language": {
    "pipeline.ts":
      'import { mart } from "odp";\nconst a = (1 as never as { b: { c: number } }).b.c;\nexport const x = mart("x", undefined as never);\n',
  },
  "word that the language lacks": {
    "pipeline.ts": 'import { t } from "odp";\nexport const x = t.smallint();\n',
  },
  "promise as the default": { "pipeline.ts": "export default Promise.resolve(1);\n" },
  "missing module": {
    "pipeline.ts": 'import { a } from "./model/orders.ts";\na;\n',
    "model/order.ts": "export const a = 1;\n",
  },
  "missing package": { "pipeline.ts": 'import a from "no-such-package";\na;\n' },
  "builtin that reaches outside": {
    "pipeline.ts": 'import { readFileSync } from "node:fs";\nreadFileSync("x");\n',
  },
  "import of sql": { "pipeline.ts": 'import a from "./a.sql";\na;\n', "a.sql": "select 1" },
  "missing export": {
    "pipeline.ts": 'import { orders, orderz as o } from "./a.ts";\no;orders;\n',
    "a.ts": "export const orders = 1;\n",
  },
  "missing export of odp": { "pipeline.ts": 'import { dashbord } from "odp";\ndashbord;\n' },
  "missing re-export": {
    "pipeline.ts": 'export { b as c } from "./a.ts";\n',
    "a.ts": "export const a = 1;\n",
  },
  "import cycle": {
    "pipeline.ts": 'import { b } from "./b.ts";\nexport const a = { b };\nexport default a;\n',
    "b.ts": 'import { a } from "./pipeline.ts";\nexport const b = { a };\n',
  },
  "used before it is made": { "pipeline.ts": "const a = b;\nconst b = 1;\na;\n" },
  clock: { "pipeline.ts": "const first = new Date(0);\nexport const today = [first, Date.now()];\n" },
  "clock without arguments": { "pipeline.ts": "export const today = new Date();\n" },
  "clock, caught by the user": {
    "pipeline.ts": "let x = 1;\ntry {\n  x = performance.now();\n} catch {}\nx;\n",
  },
  chance: { "pipeline.ts": "export const x = Math.max(1, Math.random());\n" },
  environment: { "pipeline.ts": "export const x = process.env.HOME;\n" },
  "environment by another way": { "pipeline.ts": "export const x = globalThis.process.env.HOME;\n" },
  network: { "pipeline.ts": 'export const x = fetch("https://example.com");\n' },
  timer: { "pipeline.ts": "setTimeout(() => {}, 1);\n" },
  "top-level await": { "pipeline.ts": "async function f() { await 1; }\nexport const x = await f();\n" },
  "top-level await in brackets": { "pipeline.ts": "export const x = await (1);\n" },
  "dynamic import": { "pipeline.ts": 'export const x = import("./a.ts");\n', "a.ts": "" },
  "stack overflow": { "pipeline.ts": "function f(): number {\n  return f() + 1;\n}\nf();\n" },
  "place of the file": { "pipeline.ts": "export const x = import.meta.url;\n" },
  "broken JSON": { "pipeline.ts": 'import a from "./a.json";\na;\n', "a.json": "{" },
  "no pipeline": { "pipeline.ts": "export const a = 1;\n" },
  "no entries": {
    "pipeline.ts": "",
    "odp.config.ts":
      'import { defineConfig } from "odp";\nexport default defineConfig({ project: "demo", entries: ["pipelines/*.ts"] });\n',
  },
  "action without main": { "pipeline.ts": ACTION, "tell.ts": "export const man = 1;\n" },
  "action with a missing import": {
    "pipeline.ts": ACTION,
    "tell.ts": 'import { a } from "no-such-package";\nexport const main = () => a;\n',
  },
  "action that is no TypeScript": { "pipeline.ts": ACTION, "tell.ts": "export async function main( {\n" },
  "wrong configuration": { "odp.config.ts": 'export const config = { project: "x" };\n' },
  "missing file": {
    "models/orders.ts":
      'import { mart, sqlFile, t } from "odp";\nexport const orders = mart("orders", { columns: { id: t.bigint() }, sql: sqlFile("order.sql") });\n',
    "models/orders.sql": "",
    "pipeline.ts":
      'import "./models/orders.ts";\nimport { cron, pipeline } from "odp";\nexport default pipeline("x", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [] });\n',
  },
  "file outside": {
    "pipeline.ts":
      'import { cron, pipeline, seed, t } from "odp";\nexport const s = seed("s", { columns: { id: t.bigint() }, file: "../../etc/passwd" });\nexport default pipeline("x", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [] });\n',
  },
};

for (const [name, files] of Object.entries(cases))
  test(name, async () => {
    await expect(await loadErrors(files)).toMatchFileSnapshot(
      `load-errors/${name.replaceAll(/[^a-z]+/giu, "-")}.txt`,
    );
  });

test("no configuration", async () => {
  const { load } = await import("../../../compiler/load/load.ts");
  const { diagnostics } = await load({ root: "/nowhere" }, { readText: () => undefined, list: () => [] });
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ["ODP0001", "there is no `odp.config.ts` in `/nowhere` or above"],
  ]);
});

test("endless loop", async () => {
  const text = await loadErrors(
    { "pipeline.ts": "for (let i = 0; i < 3; i += 1) {}\nwhile (true) {}\n" },
    { timeoutMilliseconds: 200 },
  );
  expect(text).toBe(`error[ODP0010] endless-evaluation  pipeline.ts:2:1
  \`pipeline.ts\` did not end within 0.2 seconds
  2 | while (true) {}
    | ^^^^^
`);
});
