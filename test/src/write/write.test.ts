import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Artifact } from "../../../compiler/emit/target.ts";
import { apply } from "../../../src/write/apply.ts";
import { difference } from "../../../src/write/check.ts";
import { type Decision, decide } from "../../../src/write/decide.ts";
import { formatManifest, parseManifest } from "../../../src/write/manifest.ts";
import { type MemoryDisk, memoryDisk, stopping } from "./memory-disk.ts";

const artifacts = (texts: Readonly<Record<string, string>>): readonly Artifact[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text, from: ["model:orders"] }));

const before = artifacts({
  "dbt/a.sql": "a1\n",
  "dbt/old/gone.sql": "gone\n",
  "dbt/same.sql": "same\n",
  "x.json": "1\n",
});
const after = artifacts({
  "dbt/a.sql": "a2\n",
  "dbt/new/b.sql": "b\n",
  "dbt/same.sql": "same\n",
  "x.json": "2\n",
});

const decided = (disk: MemoryDisk, files: readonly Artifact[], overwrite: readonly string[] = []): Decision =>
  decide({ root: "/p", out: "out", artifacts: files, overwrite }, disk);

function write(disk: MemoryDisk, files: readonly Artifact[], overwrite: readonly string[] = []): Decision {
  const decision = decided(disk, files, overwrite);
  expect(decision.refusals).toEqual([]);
  apply(decision, disk);
  return decision;
}

/** Everything in the output, without odp's own folder. */
const output = (disk: MemoryDisk): Readonly<Record<string, string>> =>
  Object.fromEntries([...disk.files].filter(([path]) => path.startsWith("/p/out/")).sort());

const written = (files: readonly Artifact[]): MemoryDisk => {
  const disk = memoryDisk({ "/p/odp.config.ts": "" });
  write(disk, files);
  return disk;
};

test("writes what is new, leaves what is the same, removes what is gone with its folder", () => {
  const disk = written(before);
  disk.touched.length = 0;
  const decision = write(disk, after);
  expect([decision.writes.length, decision.unchanged, decision.removals]).toEqual([
    4,
    1,
    ["dbt/old/gone.sql"],
  ]);
  expect(disk.touched).not.toContain("/p/out/dbt/same.sql");
  expect(output(disk)).toEqual(output(written(after)));
  expect(disk.folders.has("/p/out/dbt/old")).toBe(false);
  expect(disk.files.has("/p/.odp/journal.json")).toBe(false);
  expect(decided(disk, after).writes).toEqual([]);
});

test("a run that is killed after any step is ended by the next one", () => {
  const wanted = output(written(after));
  let steps = 0;
  for (;;) {
    const disk = written(before);
    try {
      apply(decided(disk, after), stopping(disk, steps));
      break;
    } catch {
      write(disk, after);
      expect(output(disk), `killed after ${steps} steps`).toEqual(wanted);
      expect(disk.folders.has("/p/out/dbt/old"), `killed after ${steps} steps`).toBe(false);
      expect(disk.files.has("/p/.odp/journal.json")).toBe(false);
    }
    steps += 1;
  }
  expect(steps).toBeGreaterThan(12);
});

test("a first run that is killed, then a changed project, then killed again", () => {
  const wanted = output(written(after));
  for (let first = 0; first < 14; first += 1)
    for (let second = 0; second < 14; second += 3) {
      const disk = memoryDisk({ "/p/odp.config.ts": "" });
      expect(() => apply(decided(disk, before), stopping(disk, first))).toThrow("killed");
      try {
        const decision = decided(disk, after);
        expect(decision.refusals).toEqual([]);
        apply(decision, stopping(disk, second));
      } catch {
        // The third run ends it.
      }
      write(disk, after);
      expect(output(disk), `killed after ${first}, then ${second} steps`).toEqual(wanted);
    }
});

test("files of others and files changed by hand are refused, and may be overwritten by name", () => {
  const disk = written(before);
  disk.files.set("/p/out/dbt/a.sql", "mine\n");
  disk.files.set("/p/out/dbt/old/gone.sql", "mine too\n");
  disk.makeFolder("/p/out/dbt/new");
  disk.files.set("/p/out/dbt/new/b.sql", "theirs\n");
  expect(decided(disk, after).refusals).toEqual([
    { kind: "edited", path: "out/dbt/a.sql" },
    { kind: "foreign", path: "out/dbt/new/b.sql" },
    { kind: "edited", path: "out/dbt/old/gone.sql" },
  ]);
  write(disk, after, ["out/dbt"]);
  expect(output(disk)).toEqual(output(written(after)));
});

test("a file of others with the very same text is taken over", () => {
  const disk = memoryDisk({ "/p/odp.config.ts": "", "/p/out/x.json": "2\n" });
  write(disk, after);
  expect(output(disk)).toEqual(output(written(after)));
});

test("links and paths that lead away are refused", () => {
  const disk = written(before);
  disk.files.delete("/p/out/x.json");
  disk.links.add("/p/out/x.json");
  disk.links.add("/p/out/dbt");
  expect(decided(disk, after).refusals.map((refusal) => refusal.kind)).toEqual([
    "unsafe",
    "unsafe",
    "unsafe",
    "unsafe",
  ]);
  expect(decided(written([]), artifacts({ "../evil": "" })).refusals).toEqual([
    { kind: "unsafe", path: "out/../evil" },
  ]);
  expect(decide({ root: "/p", out: "..", artifacts: [], overwrite: [] }, disk).refusals).toEqual([
    { kind: "unsafe", path: ".." },
  ]);
});

test("a manifest that leads away removes nothing outside", () => {
  const disk = memoryDisk({ "/p/odp.config.ts": "x" });
  disk.makeFolder("/p/out");
  disk.files.set(
    "/p/out/odp-manifest.json",
    formatManifest([{ path: "../odp.config.ts", digest: "0".repeat(64), from: [] }]),
  );
  write(disk, after);
  expect(disk.files.get("/p/odp.config.ts")).toBe("x");
});

test("after a merge with conflicts, compiling again is the whole cure", () => {
  const ours = written(after);
  const disk = written(before);
  const manifests = [output(disk)["/p/out/odp-manifest.json"], output(ours)["/p/out/odp-manifest.json"]];
  disk.files.set(
    "/p/out/odp-manifest.json",
    `<<<<<<< HEAD\n${manifests[0]}=======\n${manifests[1]}>>>>>>> theirs\n`,
  );
  disk.files.set("/p/out/dbt/a.sql", "<<<<<<< HEAD\na1\n=======\na2\n>>>>>>> theirs\n");
  disk.files.set("/p/out/x.json", "merged by git as text\n");
  write(disk, after);
  expect(output(disk)).toEqual(output(ours));
});

/** What git makes of two manifests, as the output's `.gitattributes` tells it to. */
function unionOf(base: string, ours: string, theirs: string): string {
  const folder = mkdtempSync(join(tmpdir(), "odp-merge-"));
  for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(folder, name), text);
  const merged = spawnSync("git", ["merge-file", "-p", "--union", "ours", "base", "theirs"], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  expect(merged.status).toBe(0);
  return merged.stdout;
}

const MANIFEST = "/p/out/odp-manifest.json";
const manifestOf = (files: readonly Artifact[]): string => written(files).files.get(MANIFEST) ?? "";

test("manifests of two branches merge into one that is read, accepted by --check, and cleaned by the next run", () => {
  const base = artifacts({
    "dbt/a.sql": "a1\nsame\nb1\n",
    "dbt/b.sql": "b1\n",
    "dbt/c.sql": "c1\n",
    "x.json": "1\n",
  });
  const ours = artifacts({
    "dbt/a.sql": "a2\nsame\nb1\n",
    "dbt/a_new.sql": "new\n",
    "dbt/b.sql": "b1\n",
    "x.json": "1\n",
  });
  const theirs = artifacts({
    "dbt/a.sql": "a1\nsame\nb2\n",
    "dbt/b.sql": "b2\n",
    "dbt/c.sql": "c1\n",
    "dbt/d.sql": "d\n",
    "x.json": "1\n",
  });
  const merged = artifacts({
    "dbt/a.sql": "a2\nsame\nb2\n",
    "dbt/a_new.sql": "new\n",
    "dbt/b.sql": "b2\n",
    "dbt/d.sql": "d\n",
    "x.json": "1\n",
  });
  const disk = written(merged);
  const text = unionOf(manifestOf(base), manifestOf(ours), manifestOf(theirs));
  disk.files.set(MANIFEST, text);
  expect(parseManifest(text).get("dbt/a.sql")?.size).toBe(2);
  expect(JSON.parse(text).files["odp-manifest.json"]).toEqual({});
  expect(difference(decided(disk, merged), disk).diagnostics).toEqual([]);
  const decision = write(disk, merged);
  expect(decision.writes.map(({ path }) => path)).toEqual(["odp-manifest.json"]);
  expect(output(disk)).toEqual(output(written(merged)));
});

test("a file that git merged as text, and that is not what the project compiles to, is replaced", () => {
  const ours = artifacts({ "dbt/a.sql": "a2\n" });
  const disk = written(ours);
  disk.files.set(
    MANIFEST,
    unionOf(
      manifestOf(artifacts({ "dbt/a.sql": "a1\n" })),
      manifestOf(ours),
      manifestOf(artifacts({ "dbt/a.sql": "a3\n" })),
    ),
  );
  disk.files.set("/p/out/dbt/a.sql", "neither\n");
  expect(difference(decided(disk, ours), disk).diagnostics.map(({ message }) => message)).toEqual([
    "`out/dbt/a.sql` is not what the project compiles to",
  ]);
  write(disk, ours);
  expect(output(disk)).toEqual(output(written(ours)));
});

test.each([
  ["one digest, and not the right one", (text: string) => text.replace(/[0-9a-f]{64}/u, "0".repeat(64))],
  ["a file that is not listed", (text: string) => text.replace(/.*dbt\/a\.sql.*\n/u, "")],
  ["conflict markers", (text: string) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> theirs\n`],
  ["text that is no JSON", (text: string) => text.replace(/,\n/u, "\n")],
])("--check does not accept a manifest with %s", (_, broken) => {
  const disk = written(after);
  disk.files.set(MANIFEST, broken(disk.files.get(MANIFEST) ?? ""));
  expect(difference(decided(disk, after), disk).diagnostics.map(({ message }) => message)).toEqual([
    "`out/odp-manifest.json` is not what the project compiles to",
  ]);
});

test("a manifest is read back, whatever characters its paths have", () => {
  const path = 'dbt/a "quoted" ü\u2028.sql';
  const digest = "ab".repeat(32);
  const text = formatManifest([{ path, digest, from: ["model:a"] }]);
  expect(parseManifest(text)).toEqual(new Map([[path, new Set([digest])]]));
  expect(JSON.parse(text).files[path]).toEqual({ sha256: digest, from: ["model:a"] });
});

test("--check shows what differs and how", () => {
  const disk = written(before);
  const found = difference(decided(disk, after), disk);
  expect(found.diagnostics.map((diagnostic) => diagnostic.message)).toEqual([
    "`out/dbt/a.sql` is not what the project compiles to",
    "`out/dbt/new/b.sql` is missing",
    "`out/x.json` is not what the project compiles to",
    "`out/odp-manifest.json` is not what the project compiles to",
    "`out/dbt/old/gone.sql` is not part of the output any more",
  ]);
  expect(found.diff).toBe(`--- out/dbt/a.sql
+++ out/dbt/a.sql
@@ -1 +1 @@
-a1
+a2
--- out/x.json
+++ out/x.json
@@ -1 +1 @@
-1
+2
`);
});
