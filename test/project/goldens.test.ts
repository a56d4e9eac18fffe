import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileExample, EXAMPLES, PROJECTS, ROOT, readFolder } from "./examples.ts";

test.each(EXAMPLES)(
  "%s compiles, without errors or warnings, to exactly what stands in dags-out",
  async (example) => {
    const { files, diagnostics } = await compileExample(example);
    expect(diagnostics.map(({ slug, message }) => `${slug}: ${message}`)).toEqual([]);
    const folder = join(ROOT, "dags-out", PROJECTS[example]);
    const committed = existsSync(folder) ? readFolder(folder) : new Map<string, string>();
    // Only names first: a missing folder is told in one line, not in a diff of all texts. `npm run golden` is the cure.
    expect([...committed.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, text] of files) expect(committed.get(path), path).toBe(text);
  },
);
