import { beforeAll, expect, test } from "vitest";
import { compileFiles, type Output } from "./examples.ts";
import { languageOptions, PROJECTS_OF_OPTIONS, type Use, usesInProjects } from "./options.ts";

/** Folders of files that a system reads; lineage and the manifest only tell. */
const CONSUMED = /^(?:airflow|connect|dbt|kafka|postgres|trino)\//u;

/** Options that change no file that a system reads, and why. One that does must leave this list. */
const WITHOUT_EFFECT: readonly (readonly [option: RegExp, reason: string])[] = [
  [/^chart\.|^metric\.|^filter\.|^markdown\./u, "charts wait for the target of Superset"],
  [
    /^dashboard\.(?:rows|tabs|filters|crossFilter|refresh|access|movedFrom)/u,
    "looks of a dashboard wait for the target of Superset",
  ],
  [/^defineConfig\.supersetUrl$/u, "links wait for the target of Superset"],
  [
    /^email\.(?:subject|body|with)$|^webhook\.(?:form|sign)$/u,
    "contents of deliveries wait for the target of OpenWhisk",
  ],
  [/^report\.(?:rowLimit|attach|whenEmpty)$/u, "contents of reports wait for the target of OpenWhisk"],
  [
    /^action\.(?:memoryMegabytes|params|secrets|timeout)$/u,
    "parameters of actions wait for the target of OpenWhisk",
  ],
  [
    /^(?:dashboard|report|action)\.(?:personalData|freshWithin)/u,
    "a promise or a consent is checked; no system knows it",
  ],
  [/\.takes$/u, "counts for ages, which are checked; no system knows it"],
  [/^postgres\.longestOutage$/u, "checked against `retention`; no system knows it"],
  [/^pipeline\.allowLargeDag$/u, "allows more than 500 tasks; the examples have fewer"],
  [/^model\.allow$/u, "answers a warning; the examples have none"],
  [/^defineConfig\.(?:versions|out|entries|off)/u, "says where odp reads and writes, or repeats the default"],
  [/^(?:postgres|table)\.movedFrom$/u, "renames of sources are told to nobody yet"],
  [
    /^(?:postgres|seed)\.protect$/u,
    "protection of sources and seeds waits for the comparison with the last output",
  ],
  [
    /^(?:external|step)\.(?:owner|tags)$|^table\.owner$|^step\.description$|^postgres\.tags$/u,
    "owners and labels of parts are told to nobody yet",
  ],
];
const reasonFor = (option: string): string | undefined =>
  WITHOUT_EFFECT.find(([pattern]) => pattern.test(option))?.[1];

const compiled = new Map<string, Output>();
const { uses } = usesInProjects();
const firstUse = new Map<string, Use>();
for (const use of uses) if (!firstUse.has(use.option)) firstUse.set(use.option, use);
const options = languageOptions();

beforeAll(async () => {
  for (const [project, files] of PROJECTS_OF_OPTIONS) compiled.set(project, await compileFiles(files));
});

test("the projects compile without errors or warnings", () => {
  for (const [project, { diagnostics }] of compiled)
    expect(diagnostics.map(({ message }) => `${project}: ${message}`)).toEqual([]);
});

test("every option of the language is used", () => {
  expect(options.length).toBeGreaterThan(200);
  expect(options.filter((option) => !firstUse.has(option))).toEqual([]);
});

test("leaving an option out changes a file that a system reads, or is refused", async () => {
  const silent: string[] = [];
  const effective: string[] = [];
  for (const option of options) {
    let effect: Effect = "none";
    // Some uses say what is the default anyway; one use that counts is enough.
    for (const use of uses.filter((each) => each.option === option).slice(0, 3)) {
      effect = await effectOf(use);
      if (effect !== "none") break;
    }
    if (effect === "none" && reasonFor(option) === undefined) silent.push(option);
    if (effect === "changed" && reasonFor(option) !== undefined) effective.push(option);
  }
  expect(silent, "options that nobody notices").toEqual([]);
  expect(effective, "options that stand in WITHOUT_EFFECT, and should not").toEqual([]);
}, 120_000);

/** What it does to leave an option out: a finding, a change of a file that a system reads, or nothing. */
type Effect = "refused" | "changed" | "none";

async function effectOf({ project, file, without }: Use): Promise<Effect> {
  const before = compiled.get(project);
  const after = await compileFiles(new Map([...(PROJECTS_OF_OPTIONS.get(project) ?? []), [file, without]]));
  if (after.diagnostics.length > (before?.diagnostics.length ?? 0)) return "refused";
  const paths = new Set([...(before?.files.keys() ?? []), ...after.files.keys()]);
  const isChanged = [...paths].some(
    (path) => CONSUMED.test(path) && before?.files.get(path) !== after.files.get(path),
  );
  return isChanged ? "changed" : "none";
}
