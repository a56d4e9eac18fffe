import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { compileFiles, type Output, ROOT } from "./examples.ts";
import { language, PROJECTS_OF_OPTIONS, type Use, usesInProjects } from "./options.ts";

/** Folders of files that a system reads; lineage and the manifest only tell. */
const CONSUMED = /^(?:airflow|connect|dbt|deploy|kafka|openwhisk|postgres|superset|trino)\//u;
/** What a person reads, in those folders. */
const PROSE = /\.md$/u;

/** Options that change no file that a system reads, and why. One that does must leave this list. */
const WITHOUT_EFFECT: readonly (readonly [option: RegExp, reason: string])[] = [
  [
    /^defineConfig\.versions\.icebergSink$/u,
    "says which keys the sink knows; whoever deploys it installs that version",
  ],
  [
    /^defineConfig\.versions\.(?:airflow|dbt|debezium|kafka|trino)$/u,
    "there is one version to name; it stays where a later odp has more",
  ],
];
const reasonFor = (option: string): string | undefined =>
  WITHOUT_EFFECT.find(([pattern]) => pattern.test(option))?.[1];

/** Options whose effect begins beyond the size of an example, and the examples of the check that shows it. */
const BEYOND_EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["pipeline.allowLargeDag", "test/compiler/checks/oversized-dag"],
]);

const compiled = new Map<string, Output>();
const { uses, calls } = usesInProjects();
const { options, functions } = language();

beforeAll(async () => {
  for (const [project, files] of PROJECTS_OF_OPTIONS) compiled.set(project, await compileFiles(files));
});

test("the examples use every function and every option of the language", () => {
  expect(options.length).toBeGreaterThan(200);
  expect(functions.length).toBeGreaterThan(50);
  const used = new Set(uses.map(({ option }) => option));
  expect(options.filter((option) => !used.has(option))).toEqual([]);
  expect(functions.filter((name) => !calls.has(name))).toEqual([]);
});

test("leaving an option out changes a file that a system reads, or is refused", async () => {
  const silent: string[] = [];
  const effective: string[] = [];
  for (const option of options.filter((one) => !BEYOND_EXAMPLES.has(one))) {
    const isExcused = reasonFor(option) !== undefined;
    let effect: Effect = "none";
    // Some uses say what is the default anyway; one use that counts is enough.
    for (const use of usesOf(option).slice(0, isExcused ? 1 : 5))
      if (effect === "none") effect = await effectOf(use);
    if (effect === "none" && !isExcused) silent.push(option);
    if (effect === "changed" && isExcused) effective.push(option);
  }
  expect(silent, "options that nobody notices").toEqual([]);
  expect(effective, "options that stand in WITHOUT_EFFECT, and should not").toEqual([]);
}, 300_000);

test("options whose effect is beyond the examples have examples of their own", () => {
  for (const [option, folder] of BEYOND_EXAMPLES) {
    expect(options).toContain(option);
    expect(existsSync(join(ROOT, folder)), folder).toBe(true);
  }
});

/** Those in smaller projects first: they compile faster. */
function usesOf(option: string): readonly Use[] {
  const size = ({ project }: Use): number => compiled.get(project)?.files.size ?? 0;
  return uses.filter((each) => each.option === option).sort((a, b) => size(a) - size(b));
}

/** What it does to leave an option out: a finding, a change of a file that a system reads, or nothing. */
type Effect = "refused" | "changed" | "none";

async function effectOf({ project, file, without }: Use): Promise<Effect> {
  const before = compiled.get(project);
  const after = await compileFiles(new Map([...(PROJECTS_OF_OPTIONS.get(project) ?? []), [file, without]]));
  if (after.diagnostics.length > (before?.diagnostics.length ?? 0)) return "refused";
  if (after.folder !== before?.folder) return "changed";
  const paths = new Set([...(before?.files.keys() ?? []), ...after.files.keys()]);
  const isChanged = [...paths].some(
    (path) => CONSUMED.test(path) && !PROSE.test(path) && before?.files.get(path) !== after.files.get(path),
  );
  return isChanged ? "changed" : "none";
}
