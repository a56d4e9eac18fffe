import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { load } from "../../compiler/load/load.ts";
import { deliveryAction } from "../../src/delivery-action.mjs";
import { EXAMPLES, exampleFiles, memoryHost, outputFiles, ROOT, readFolder } from "./examples.ts";

let folder = "";

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "odp-determinism-")));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await build({
    entryPoints: { odp: join(ROOT, "src/odp.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [deliveryAction()],
    logLevel: "error",
  });
}, 30_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Digest of all that a process of its own writes for an example. */
function compiled(name: string, environment: Readonly<Record<string, string>>, cwd: string): Promise<string> {
  const out = join(folder, `out-${name}`);
  const args = [join(folder, "odp.mjs"), "compile", join(ROOT, "examples/shop"), "--out", out, "--no-cache"];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { PATH: process.env.PATH ?? "", ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += String(chunk);
    });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done(digest(readFolder(out))) : fail(new Error(errors))));
  });
}

function digest(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${text}\0`);
  return hash.digest("hex");
}

test("the same bytes in another zone, another language, from another folder", async () => {
  const [first, ...others] = [
    await compiled("plain", { TZ: "UTC", LANG: "C", LC_ALL: "C" }, ROOT),
    await compiled(
      "turkish",
      { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
      tmpdir(),
    ),
    await compiled("swedish", { TZ: "America/St_Johns", LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8" }, "/"),
  ];
  expect(others).toEqual([first, first]);
}, 60_000);

test.each(EXAMPLES)(
  "%s: the same bytes whatever the order in which folders are listed, and the second time",
  async (example) => {
    const files = exampleFiles(example);
    const orders = [
      memoryHost("/project", files),
      memoryHost("/project", new Map([...files].reverse()), (entries) => entries.reverse()),
      memoryHost("/some where/else", files),
    ];
    const digests: string[] = [];
    for (const [index, host] of orders.entries()) {
      const { project } = await load({ root: index === 2 ? "/some where/else" : "/project" }, host);
      if (project === undefined) throw new Error(`${example} cannot be loaded`);
      digests.push(digest(outputFiles(compile(project).artifacts)));
    }
    expect(new Set(digests).size).toBe(1);
  },
  30_000,
);
