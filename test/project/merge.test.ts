import { expect, test } from "vitest";
import { apply } from "../../src/write/apply.ts";
import { decide } from "../../src/write/decide.ts";
import { memoryDisk } from "../src/write/memory-disk.ts";
import { below, branchOf, idOf, OUTPUT, prefixed, SOURCES, treeOf } from "./branches.ts";
import { edits } from "./edits.ts";
import { compileExample, compileFiles } from "./examples.ts";
import { mergeAll } from "./git-merges.ts";

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
