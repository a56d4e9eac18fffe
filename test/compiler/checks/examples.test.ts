import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks, runChecks } from "../../../compiler/checks/index.ts";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { graphOf, type Options } from "../project.ts";
import { render } from "./render.ts";

const folder = new URL(".", import.meta.url);

/** Mistakes by what is special about them; each yields declarations, or declarations and options. */
type Variants = Readonly<
  Record<string, () => readonly unknown[] | (Options & { readonly exports: readonly unknown[] })>
>;

function diagnose(exports: readonly unknown[], options: Options = {}): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const graph = graphOf(exports, options);
  runChecks(graph, (diagnostic) => found.push(diagnostic), { off: graph.config.off });
  return found;
}

async function diagnoseModule(slug: string, name: string): Promise<readonly Diagnostic[]> {
  const module: Readonly<Record<string, unknown>> & Options = await import(`./${slug}/${name}.ts`);
  return diagnose(Object.values(module), module);
}

describe.each(checks.map((check) => ({ ...check })))("$code $slug", ({ code, slug }) => {
  test("the wrong example gives exactly this, at its place", async () => {
    const found = await diagnoseModule(slug, "bad");
    expect(
      [...new Set(found.map((diagnostic) => `${diagnostic.code} ${diagnostic.slug}`))],
      render(found),
    ).toEqual([`${code} ${slug}`]);
    await expect(render(found)).toMatchFileSnapshot(`${slug}/expected.txt`);
  });

  test("the mended example gives nothing", async () => {
    expect(render(await diagnoseModule(slug, "good"))).toBe("");
  });

  test("finds the variants of the mistake", async () => {
    const { variants }: { readonly variants: Variants } = await import(`./${slug}/variants.ts`);
    expect(Object.keys(variants).length).toBeGreaterThanOrEqual(5);
    for (const [name, make] of Object.entries(variants)) {
      const made = make();
      const found = "exports" in made ? diagnose(made.exports, made) : diagnose(made);
      expect(
        found.map((diagnostic) => diagnostic.slug),
        `${name}\n${render(found)}`,
      ).toContain(slug);
    }
  });
});

test("every folder of examples belongs to a check", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const slugs = new Set(checks.map((check) => check.slug));
  expect(folders.map((entry) => entry.name).filter((name) => !slugs.has(name))).toEqual([]);
  expect(
    checks
      .filter((check) => !existsSync(new URL(`${check.slug}/expected.txt`, folder)))
      .map((check) => check.slug),
  ).toEqual([]);
});
