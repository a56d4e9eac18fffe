import { expect, test } from "vitest";
import { loadFiles } from "./project.ts";

const HEAD = 'import { cron, mart, pipeline, sql, t } from "odp";\n';
/** A mart whose description carries a text out of the evaluation. */
const telling = (expression: string): string =>
  `${HEAD}const made_ = mart("x", { description: String(${expression}), columns: { a: t.bigint() }, sql: sql\`select 1 as a\` });\nexport default pipeline("p", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [made_] });\n`;

/** What an expression of `pipeline.ts` evaluates to, as text. */
async function told(
  imports: string,
  expression: string,
  files: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { project, diagnostics } = await loadFiles({
    ...files,
    "pipeline.ts": `${imports}\n${telling(expression)}`,
  });
  expect(diagnostics).toEqual([]);
  const model = project?.declarations.find(({ declaration }) => declaration.kind === "model")?.declaration;
  return model?.kind === "model" ? model.spec.description : undefined;
}

test("names, defaults, namespaces, renamed and string exports", async () => {
  const files = {
    "a.ts":
      'export const one = 1;\nconst two = 2;\nexport { two as deux, two as "zwei drei" };\nexport default 3;\nexport type T = string;\nexport enum E { A = 5 }\n',
  };
  const imports =
    'import three, { one, deux, "zwei drei" as zwei, type T, E } from "./a.ts";\nimport * as all from "./a.ts";\nconst typed: T = "";';
  expect(await told(imports, "[typed, three, one, deux, zwei, E.A, Object.keys(all).sort()]", files)).toBe(
    ",3,1,2,2,5,E,default,deux,one,zwei drei",
  );
});

test("bindings are live", async () => {
  const files = { "a.ts": "export let count = 0;\nexport function add(): void { count += 1; }\n" };
  expect(await told('import { add, count } from "./a.ts";\nadd();\nadd();', "count", files)).toBe("2");
});

test("export * with a default left out, own names first, through several files", async () => {
  const files = {
    "a.ts": 'export * from "./b.ts";\nexport * as c from "./c.ts";\nexport const own = "a";\n',
    "b.ts": 'export const own = "b";\nexport const b = 1;\nexport default 9;\nexport * from "./c.ts";\n',
    "c.ts": "export const c1 = 2;\n",
  };
  expect(
    await told('import * as a from "./a.ts";', "[a.own, a.b, a.c1, a.c.c1, Object.keys(a).sort()]", files),
  ).toBe("a,1,2,2,b,c,c1,own");
});

test("modules run once, what they import first, in the order of the imports", async () => {
  const files = {
    "log.ts": "export const log: string[] = [];\n",
    "a.ts": 'import { log } from "./log.ts";\nimport "./b.ts";\nlog.push("a");\n',
    "b.ts": 'import { log } from "./log.ts";\nlog.push("b");\n',
  };
  expect(
    await told('import { log } from "./log.ts";\nimport "./a.ts";\nimport "./b.ts";', "log", files),
  ).toBe("b,a");
});

test("a cycle works where functions and later reads only cross it", async () => {
  const files = {
    "a.ts":
      'import { b } from "./b.ts";\nexport function a(): string { return "a"; }\nexport const both = () => a() + b();\n',
    "b.ts": 'import { a } from "./a.ts";\nconst early = a();\nexport const b = () => early + "b";\n',
  };
  expect(await told('import { both } from "./a.ts";', "both()", files)).toBe("aab");
});

test("a chain of thousands of modules needs no deep stack", async () => {
  const files: Record<string, string> = { "m3000.ts": "export const x = 1;\n" };
  for (let index = 0; index < 3000; index += 1)
    files[`m${index}.ts`] = `import { x as y } from "./m${index + 1}.ts";\nexport const x = y + 1;\n`;
  expect(await told('import { x } from "./m0.ts";', "x", files)).toBe("3001");
});

test("JSON, .js for .ts, a folder's index, a file without ending", async () => {
  const files = {
    "a.json": '{"n": 1}',
    "b.ts": "export const b = 2;",
    "c/index.ts": "export const c = 3;",
    "d.ts": "export const d = 4;",
  };
  const imports =
    'import a from "./a.json" with { type: "json" };\nimport { b } from "./b.js";\nimport { c } from "./c";\nimport { d } from "./d";';
  expect(await told(imports, "[a.n, b, c, d]", files)).toBe("1,2,3,4");
});

test("packages come from Node; odp is one copy", async () => {
  const { project, diagnostics } = await loadFiles(
    { "pipeline.ts": `import { factor } from "maths";\n${telling("factor * 2")}` },
    {
      packages: {
        resolve: (name) => (name === "maths" ? "/project/node_modules/maths/index.js" : undefined),
        load: () => ({ factor: 21 }),
      },
    },
  );
  expect(diagnostics).toEqual([]);
  expect(project?.declarations.map(({ declaration }) => declaration.name)).toEqual(["x", "p"]);
});

test("text that looks like the linker's own stays text", async () => {
  expect(await told("", `\`\nconst __vite_ssr_import_7__ = await __vite_ssr_import__(\``, {})).toContain(
    "= await ",
  );
});

test("what depends on the machine's language does not", async () => {
  const expression =
    '[(1234.5).toLocaleString(), "ä".localeCompare("z"), new Date("2026-01-02").toLocaleDateString(), new Intl.NumberFormat().resolvedOptions().locale]';
  expect(await told("", expression, {})).toBe("1,234.5,-1,1/2/2026,en");
});
