import { expect, test } from "vitest";
import { apply } from "../../src/write/apply.ts";
import { decide } from "../../src/write/decide.ts";
import { digestOf } from "../../src/write/digest.ts";
import { isMergeOf, MANIFEST_FILE } from "../../src/write/manifest.ts";
import { memoryDisk } from "../src/write/memory-disk.ts";
import type { Edit } from "./edits/edit.ts";
import { edits } from "./edits.ts";
import {
  compileExample,
  compileFiles,
  EXAMPLES,
  type Example,
  exampleFiles,
  type Files,
} from "./examples.ts";
import { mergeAll } from "./git-merges.ts";
import { randomFrom, shuffled } from "./random.ts";

const PAIRS = 200;
const MERGED = 0.99;
/** A repository's files: the sources, and the output that belongs to them. */
interface Branch {
  readonly sources: Files;
  readonly output: Files;
}

const SOURCES = "src/";
const OUTPUT = "out/";
const treeOf = ({ sources, output }: Branch): Files =>
  new Map([...prefixed(SOURCES, sources), ...prefixed(OUTPUT, output)]);

function prefixed(prefix: string, files: Files): readonly [string, string][] {
  return [...files].map(([path, text]) => [`${prefix}${path}`, text]);
}

function below(prefix: string, files: Files): Files {
  return new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : [],
    ),
  );
}

async function branchOf(example: Example, edit?: Edit): Promise<Branch> {
  const before = exampleFiles(example);
  const sources = new Map([...before, ...(edit?.apply(before) ?? [])]);
  const { files, diagnostics } = await compileFiles(sources);
  if (files.size === 0)
    throw new Error(`${example}, ${edit?.name}: ${diagnostics.map(({ message }) => message).join("; ")}`);
  return { sources, output: files };
}

/**
 * Pairs of different edits of one example, in a seeded order: every declaration's description, owner and labels, and
 * what people add, rename and remove. Of two branches that change which columns of one source are captured, the
 * connector's file conflicts always: Debezium takes them as one text, JSON cannot break a text, and a file that Kafka
 * Connect's own interface takes as it is is worth more than a merge without a word.
 */
function pairsOf(): readonly (readonly [Edit, Edit])[] {
  const all = edits.flatMap((first, index) =>
    edits
      .slice(index + 1)
      .flatMap((second) => (first.example === second.example ? [[first, second] as const] : [])),
  );
  return shuffled(all, randomFrom(7)).slice(0, PAIRS * 1.1);
}

const idOf = (edit: Edit): string => `${edit.example}: ${edit.name}`;

test("independent edits on two branches merge, and the merged output is what the merged sources compile to", async () => {
  const states = new Map<string, Files>();
  const tried = pairsOf();
  for (const example of EXAMPLES) states.set(example, treeOf(await branchOf(example)));
  for (const edit of new Set(tried.flat()))
    states.set(idOf(edit), treeOf(await branchOf(edit.example, edit)));
  const merges = mergeAll(
    states,
    tried.map(([ours, theirs]) => ({ base: ours.example, ours: idOf(ours), theirs: idOf(theirs) })),
  );
  const problems: string[] = [];
  let pairs = 0;
  for (const [index, [ours, theirs]] of tried.entries()) {
    const merge = merges[index];
    // Branches that change the same line are not independent.
    if (merge === undefined || pairs === PAIRS || merge.conflicts.some((path) => path.startsWith(SOURCES)))
      continue;
    pairs += 1;
    const found = await faultOf(merge.files, merge.conflicts);
    if (found !== undefined) problems.push(`${idOf(ours)} + ${theirs.name}: ${found}`);
  }
  expect(pairs).toBe(PAIRS);
  expect(problems.length, problems.join("\n")).toBeLessThanOrEqual(PAIRS * (1 - MERGED));
}, 300_000);

/** What is wrong with a merge: conflicts in the output, or files that differ from a compile of the merged sources. */
async function faultOf(merged: Files, conflicts: readonly string[]): Promise<string | undefined> {
  if (conflicts.length > 0) return `conflicts in ${conflicts.join(", ")}`;
  const { files, artifacts, diagnostics } = await compileFiles(below(SOURCES, merged));
  if (files.size === 0) return `cannot be compiled: ${diagnostics.map(({ message }) => message).join("; ")}`;
  const output = below(OUTPUT, merged);
  const paths = [...new Set([...files.keys(), ...output.keys()])].filter((path) => path !== MANIFEST_FILE);
  const different = paths.filter((path) => files.get(path) !== output.get(path));
  if (different.length > 0) return `not as compiled: ${different.join(", ")}`;
  const entries = artifacts.map(({ path, text, from }) => ({ path, digest: digestOf(text), from }));
  const isAccepted = isMergeOf(output.get(MANIFEST_FILE) ?? "", entries, (path) => output.has(path));
  return isAccepted ? undefined : "a manifest that --check refuses";
}

test("where the output conflicts, compiling the merged sources again is the whole cure", async () => {
  const wanted = new Set(["a column of customers", "a column of orders", "a table"]);
  const chosen = edits.filter((edit) => edit.example === "shop" && wanted.has(edit.name));
  const states = new Map([["shop", treeOf(await branchOf("shop"))]]);
  for (const edit of chosen) states.set(idOf(edit), treeOf(await branchOf("shop", edit)));
  const [first, ...others] = chosen.map(idOf);
  const merges = mergeAll(
    states,
    others.map((theirs) => ({ base: "shop", ours: first ?? "", theirs })),
  );
  expect(merges.length).toBe(2);
  for (const { files, conflicts } of merges) {
    expect(conflicts).toContain("out/connect/shop-shop-source.json");
    const { artifacts, files: output } = await compileFiles(below(SOURCES, files));
    const disk = memoryDisk({
      "/p/odp.config.ts": "",
      ...Object.fromEntries(prefixed("/p/out/", below(OUTPUT, files))),
    });
    expect(disk.files.get("/p/out/connect/shop-shop-source.json")).toContain("<<<<<<<");
    const decision = decide({ root: "/p", out: "out", artifacts, overwrite: [] }, disk);
    expect(decision.refusals).toEqual([]);
    apply(decision, disk);
    expect(below("/p/out/", disk.files)).toEqual(output);
  }
}, 60_000);

test("conflict markers in every file of the output and in the manifest are cured too", async () => {
  const { artifacts, files } = await compileExample("quickstart");
  const marked = [...files].map(([path, text]): [string, string] => [
    `/p/out/${path}`,
    `<<<<<<< HEAD\n${text}=======\n${text}# theirs\n>>>>>>> theirs\n`,
  ]);
  const disk = memoryDisk({ "/p/odp.config.ts": "", ...Object.fromEntries(marked) });
  const decision = decide({ root: "/p", out: "out", artifacts, overwrite: [] }, disk);
  expect(decision.refusals).toEqual([]);
  apply(decision, disk);
  expect(below("/p/out/", disk.files)).toEqual(files);
});
