import { cpSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type BuiltCommand, buildCommand, temporaryFolder, treeOf } from "./command.ts";

const KILLER = fileURLToPath(new URL("./killer.mjs", import.meta.url));
let odp: BuiltCommand;
let base: ReturnType<typeof temporaryFolder>;
let folder = "";
let count = 0;

/** Each starts processes, on a machine that may be busy. */
const SLOW = { timeout: 160_000 };

beforeAll(() => {
  odp = buildCommand();
  base = temporaryFolder();
  expect(odp.run(["init", join(base.path, "template")]).status).toBe(0);
}, 160_000);
beforeEach(() => {
  count += 1;
  folder = join(base.path, `project_${count}`);
  cpSync(join(base.path, "template"), folder, { recursive: true });
});
afterAll(() => {
  odp.remove();
  base.remove();
});

const output = (of = folder) => treeOf(join(of, "dags-out"));
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
const compile = (...args: readonly string[]) => odp.run(["compile", folder, ...args]);

test("what init writes compiles without a warning; again, nothing changed", SLOW, () => {
  const first = compile();
  expect([first.status, first.out]).toEqual([0, ""]);
  expect(first.err).toMatch(
    /^\d+ files written, 0 unchanged, 0 removed; 1 table, 1 model, \d+ tasks, 0 warnings; \d+ ms\n$/u,
  );
  const again = compile();
  expect(again.err).toMatch(/^nothing changed; 1 table, 1 model, \d+ tasks, 0 warnings; \d+ ms\n$/u);
  expect(compile("--no-cache").err).toMatch(/^0 files written, \d+ unchanged, 0 removed/u);
});

test(
  "a change of an input, of the output or of a folder is seen, even at once and of the same size",
  SLOW,
  () => {
    compile();
    edit("pipeline.ts", (text) => text.replace("Revenue per day.", "Revenue per dax."));
    expect(compile().err).toMatch(/^[1-9]\d* files? written/u);
    const manifest = join(folder, "dags-out/template/odp-manifest.json");
    const before = readFileSync(manifest, "utf8");
    rmSync(manifest);
    expect(compile().err).toMatch(/^1 file written/u);
    expect(readFileSync(manifest, "utf8")).toBe(before);
    mkdirSync(join(folder, "more"));
    edit("pipeline.ts", (text) => text);
    cpSync(join(folder, "pipeline.ts"), join(folder, "more/pipeline.ts"));
    expect(compile().status).toBe(1);
    rmSync(join(folder, "more"), { recursive: true });
    expect(compile().status).toBe(0);
  },
);

test(
  "a file whose time changed and whose text did not is no change; unchanged files keep their time",
  SLOW,
  () => {
    compile();
    const dag = join(folder, "dags-out/template/lineage/graph.json");
    utimesSync(dag, new Date(0), new Date(0));
    utimesSync(join(folder, "pipeline.ts"), new Date(1000), new Date(1000));
    expect(compile().err).toMatch(/^nothing changed/u);
    expect(compile("--no-cache").err).toMatch(/^0 files written/u);
    expect(statSync(dag).mtimeMs).toBe(0);
  },
);

test("errors write nothing", SLOW, () => {
  edit("pipeline.ts", (text) =>
    text.replace("metric.sum(dailyRevenue.revenue)", "metric.sum(dailyRevenue.revenu)"),
  );
  const failed = compile();
  expect(failed.status).toBe(1);
  expect(failed.err).toContain("error[ODP0029] undefined-reference  pipeline.ts:29:47");
  expect(failed.err).toMatch(/1 error; nothing was written\n$/u);
  expect(treeOf(folder)["dags-out/template/odp-manifest.json"]).toBeUndefined();
});

test("--check writes nothing, and shows what differs", SLOW, () => {
  compile();
  expect(compile("--check").status).toBe(0);
  edit("pipeline.ts", (text) => text.replace("Revenue per day.", "Revenue by day."));
  const before = output();
  const stale = compile("--check");
  expect(stale.status).toBe(1);
  expect(stale.err).toContain("error[ODP0082] stale-output");
  expect(stale.out).toContain("-");
  expect(stale.out).toContain("Revenue by day.");
  expect(output()).toEqual(before);
});

test("--types finds what only the type check sees, beside what the compiler sees", SLOW, () => {
  edit("pipeline.ts", (text) =>
    text.replace('owner: "data@example.com"', 'owner: "data@example.com", retry: 1'),
  );
  const failed = compile("--types", "--json");
  expect(failed.status).toBe(1);
  const { diagnostics } = JSON.parse(failed.out);
  expect(diagnostics.map((each: { code: string }) => each.code)).toContain("ODP0020");
});

test("hand-edited and foreign files are refused with the cure, which works", SLOW, () => {
  compile();
  const path = "dags-out/template/lineage/graph.json";
  edit(path, (text) => `${text} `);
  edit("pipeline.ts", (text) => text.replace("Revenue per day.", "Revenue by day."));
  const refused = compile();
  expect(refused.status).toBe(1);
  const cure = /odp compile --overwrite (\S+)`/u.exec(refused.err)?.[1];
  expect(cure).toBe(path);
  expect(compile("--overwrite", cure ?? "").status).toBe(0);
  expect(compile("--check").status).toBe(0);
});

test("killed with SIGKILL at many points, the next run ends the work", SLOW, () => {
  compile();
  edit("pipeline.ts", (text) =>
    text.replaceAll("orders", "purchases").replace("Revenue per day.", "Revenue by day."),
  );
  const fresh = join(base.path, `fresh_${count}`);
  cpSync(folder, fresh, { recursive: true });
  rmSync(join(fresh, "dags-out"), { recursive: true });
  odp.run(["compile", fresh]);
  const wanted = output(fresh);
  const start = join(base.path, `start_${count}`);
  cpSync(folder, start, { recursive: true });
  for (const at of [0, 2, 9]) {
    rmSync(folder, { recursive: true });
    cpSync(start, folder, { recursive: true });
    const killed = odp.run(["compile", folder], {
      nodeArgs: ["--import", KILLER],
      env: { KILL_AT: String(at) },
    });
    expect(killed.status, `at ${at}: ${killed.err}`).toBe(null);
    expect(compile().status).toBe(0);
    expect(output(), `killed at rename ${at}`).toEqual(wanted);
  }
});

test(
  "the same bytes in another zone, language and folder, without cache, and whatever order files were made in",
  SLOW,
  () => {
    edit("pipeline.ts", (text) =>
      text.replace('title: "Sales"', 'title: new Date("2026-03-29T01:30").toLocaleString()'),
    );
    compile();
    const other = join(base.path, `other_${count}`);
    mkdirSync(other);
    for (const file of ["tsconfig.json", "pipeline.ts", "package.json", "odp.config.ts"])
      cpSync(join(folder, file), join(other, file));
    const env = { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
    const ran = odp.run(["compile", ".", "--no-cache"], { cwd: other, env });
    expect(ran.err).toContain("written");
    expect(output(other)).toEqual(output());
  },
);

test("exit codes and formats", SLOW, () => {
  expect(odp.run(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  expect(odp.run(["compile", "--no-such-flag"]).status).toBe(2);
  expect(odp.run(["compil"]).err).toContain("Did you mean compile?");
  expect(odp.run(["help", "exit-codes"]).out).toContain("3  a mistake of odp itself");
  expect(odp.run(["explain", "ODP0007"]).out).toContain("missing-module");
  expect(odp.run(["init", folder]).status).toBe(2);
  const nowhere = odp.run(["compile", base.path, "--format", "github"]);
  expect([nowhere.status, nowhere.out]).toEqual([
    1,
    `::error title=ODP0001 missing-config::there is no \`odp.config.ts\` in \`${base.path}\` or above%0Ahelp: begin a project with \`odp init DIR\`\n`,
  ]);
});

test(
  "a declaration is explained: what it reads, how old it can be, what it becomes, in which files",
  SLOW,
  () => {
    const told = odp.run(["explain", "daily_revenue", "--project", folder]).out;
    expect(told).toMatch(/^model:daily_revenue {2}pipeline\.ts:\d+:\d+\n/u);
    expect(told).toContain("  reads\n    table:shop.orders\n");
    expect(told).toMatch(/ {2}at worst .+ old\n.*the sink of `shop` commits\n/su);
    expect(told).toContain("table in the lake  lake.marts.daily_revenue\n");
    expect(told).toContain("    dbt/models/marts/daily_revenue.sql\n");
  },
);

test("--watch compiles again after a change, and goes on after an error", SLOW, async () => {
  const child = odp.start(["compile", folder, "--watch"]);
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
  });
  const seen = async (pattern: RegExp): Promise<void> => {
    const limit = Date.now() + 60_000;
    while (!pattern.test(text)) {
      if (Date.now() > limit) throw new Error(`${pattern} is not in:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    text = "";
  };
  try {
    await seen(/written[\s\S]*watching/u);
    edit("pipeline.ts", (source) => source.replace("Revenue per day.", "Revenue by day."));
    await seen(/[1-9]\d* files? written/u);
    edit("pipeline.ts", (source) => `${source}(`);
    await seen(/ODP0005/u);
    edit("pipeline.ts", (source) => source.slice(0, -1));
    await seen(/0 files written|nothing changed/u);
  } finally {
    child.kill("SIGKILL");
  }
});
