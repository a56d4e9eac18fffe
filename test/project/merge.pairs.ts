import { expect, test } from "vitest";
import { digestOf } from "../../src/write/digest.ts";
import { isMergeOf, MANIFEST_FILE } from "../../src/write/manifest.ts";
import { below, branchOf, idOf, OUTPUT, SOURCES, treeOf } from "./branches.ts";
import type { Edit } from "./edits/edit.ts";
import { edits } from "./edits.ts";
import { compileFiles, EXAMPLES, type Files } from "./examples.ts";
import { mergeAll } from "./git-merges.ts";
import { randomFrom, shuffled } from "./random.ts";

const PAIRS = 200;
const MERGED = 0.99;

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
