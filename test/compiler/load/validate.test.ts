import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadErrors, loadFiles } from "./project.ts";

const mistakes = readFileSync(new URL("./validate/mistakes.input.txt", import.meta.url), "utf8");

test("every mistake of somebody who skips the type check is told once, in words, at its place", async () => {
  await expect(await loadErrors({ "pipeline.ts": mistakes })).toMatchFileSnapshot(
    "validate/mistakes.expected.txt",
  );
});

test("the value of a secret is repeated nowhere", async () => {
  const text = await loadErrors({ "pipeline.ts": mistakes });
  expect(mistakes).toContain("hunter2");
  expect(text).not.toContain("hunter2");
  expect(text).not.toContain("user:pw");
});

test("mistakes in the configuration", async () => {
  const config =
    'import { defineConfig } from "odp";\nexport default defineConfig({ project: "My Shop", dbtSlots: 0, versions: { trino: 475 }, maintenance: { at: "24:00" }, of: [] });\n';
  await expect(await loadErrors({ "odp.config.ts": config })).toMatchFileSnapshot(
    "validate/config.expected.txt",
  );
});

test("a project that uses every option there is has no mistake", async () => {
  const { diagnostics } = await loadFiles({
    "pipeline.ts": readFileSync(new URL("./validate/everything.input.txt", import.meta.url), "utf8"),
    "a.csv": "",
    "a.py": "",
    "a.ts": "",
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
});
