import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

// compiler/README.md says how to add a target, a check and a kind, and how many shared files each touches. Here the
// files that name an existing one are counted: what the next one will have to touch.

const ROOT = resolve(import.meta.dirname, "..");
const files = ["dsl", "compiler", "src"]
  .flatMap((room) => listed(join(ROOT, room)))
  .filter((file) => file.endsWith(".ts"));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe("the recipes of compiler/README.md are true", () => {
  test("a target is known to one shared file: the registry", () => {
    const targets = readdirSync(join(ROOT, "compiler/emit")).filter((name) =>
      statSync(join(ROOT, "compiler/emit", name)).isDirectory(),
    );
    expect(targets.length).toBeGreaterThan(5);
    for (const name of targets)
      expect(importersOutside(`compiler/emit/${name}/`), name).toEqual(["compiler/emit/index.ts"]);
  });

  test("a check is known to one shared file: the registry", () => {
    const checks = files.filter(
      (file) =>
        /^compiler\/checks\/[^/]+\/[^/]+\.ts$/.test(file) && /export const \w+ = check\(/.test(text(file)),
    );
    expect(checks.length).toBeGreaterThan(40);
    for (const file of checks)
      expect(
        importers(file).filter((importer) => !isCheck(importer, checks)),
        file,
      ).toEqual(["compiler/checks/index.ts"]);
  });

  test("a kind of declaration is added to the union and to what users import", () => {
    for (const kind of ["seed", "external", "step", "action", "report"]) {
      const shared = importers(`dsl/${kind}.ts`).filter((file) => file.startsWith("dsl/"));
      expect(
        shared.filter((file) => ["dsl/declaration.ts", "dsl/index.ts"].includes(file)),
        kind,
      ).toEqual(["dsl/declaration.ts", "dsl/index.ts"]);
    }
  });
});

function isCheck(file: string, checks: readonly string[]): boolean {
  return checks.includes(file);
}

function importers(file: string): readonly string[] {
  return files.filter((each) => imports.get(each)?.has(file)).sort();
}

function importersOutside(folder: string): readonly string[] {
  return files
    .filter(
      (file) =>
        !file.startsWith(folder) &&
        [...(imports.get(file) ?? [])].some((target) => target.startsWith(folder)),
    )
    .sort();
}

function importsOf(file: string): ReadonlySet<string> {
  const found = text(file).matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return new Set([...found].map((match) => relative(ROOT, resolve(ROOT, dirname(file), match[1] ?? ""))));
}

function text(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listed(join(folder, entry.name)) : [relative(ROOT, join(folder, entry.name))],
  );
}
