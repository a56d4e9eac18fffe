import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../../src/write/unified-diff.ts";

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index}`);
const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test("git applies it, for many random edits", () => {
  const folder = mkdtempSync(join(tmpdir(), "odp-diff-"));
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 12; round += 1) {
    const old = numbered(40);
    const now = [...old];
    for (let edit = 0; edit <= random(5); edit += 1)
      now.splice(random(now.length), random(4), ...numbered(random(3)).map((line) => `new ${line}`));
    writeFileSync(join(folder, "f"), text(old));
    const applied = spawnSync("git", ["apply", "-p0", "--unidiff-zero", "-"], {
      cwd: folder,
      input: unifiedDiff("f", text(old), text(now), 1000),
      encoding: "utf8",
    });
    if (text(old) !== text(now)) expect(applied.stderr).toBe("");
    expect(readFileSync(join(folder, "f"), "utf8")).toBe(text(now));
  }
  rmSync(folder, { recursive: true });
});

test("distant changes get hunks of their own, near ones share one", () => {
  const old = numbered(30);
  const now = old.with(2, "two").with(5, "five").with(25, "twenty-five");
  expect(unifiedDiff("f", text(old), text(now), 100).match(/^@@.*$/gmu)).toEqual([
    "@@ -1,9 +1,9 @@",
    "@@ -23,7 +23,7 @@",
  ]);
});

test("long ones are cut", () => {
  expect(unifiedDiff("f", "", text(numbered(10)), 5)).toBe(
    "--- f\n+++ f\n@@ -0,0 +1,10 @@\n+line 0\n+line 1\n… 8 more lines\n",
  );
});
