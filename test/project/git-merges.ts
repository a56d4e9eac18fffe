// Merges many pairs of branches with git itself, in a handful of processes.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Files } from "./examples.ts";

/** Two branches, by the names of their states, and what both come from. */
export interface Branches {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Merged {
  /** Paths with conflicts, sorted. */
  readonly conflicts: readonly string[];
  /** The merged files; with conflict markers where there are conflicts. */
  readonly files: Files;
}

/** Merges the pairs in a repository that holds these states of the files; each is a commit upon its pair's base. */
export function mergeAll(states: ReadonlyMap<string, Files>, pairs: readonly Branches[]): readonly Merged[] {
  const folder = mkdtempSync(join(tmpdir(), "odp-merges-"));
  try {
    git(folder, ["init", "--quiet", "--object-format=sha1"]);
    git(folder, ["fast-import", "--quiet", "--done"], history(states, pairs));
    // Git reads the attributes of a merge from the folder, where the files would stand.
    for (const files of states.values())
      for (const [path, text] of files)
        if (path.endsWith(".gitattributes")) {
          mkdirSync(join(folder, dirname(path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
    const wanted = pairs.map(({ ours, theirs }) => `${branch(ours)} ${branch(theirs)}\n`).join("");
    const printed = git(
      folder,
      ["merge-tree", "--write-tree", "--stdin", "--name-only", "--no-messages", "-z"],
      wanted,
    );
    const results = parseResults(printed, pairs.length);
    const changes = changedBlobs(folder, pairs, results);
    const texts = readBlobs(folder, new Set(changes.flatMap((change) => [...change.values()])));
    return results.map(({ conflicts }, index) => {
      const files = new Map(states.get(pairs[index]?.base ?? ""));
      for (const [path, blob] of changes[index] ?? [])
        if (blob === GONE) files.delete(path);
        else files.set(path, texts.get(blob) ?? "");
      return { conflicts, files };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const GONE = "0".repeat(40);

function git(folder: string, args: readonly string[], input = ""): string {
  const { status, stdout, stderr } = spawnSync("git", ["-c", "core.quotePath=false", ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
  });
  // A merge with conflicts is a result, not a failure.
  if (status !== 0 && args[0] !== "merge-tree") throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

const branch = (state: string): string => `refs/heads/${Buffer.from(state).toString("hex")}`;

/** All states as a stream for `git fast-import`: each text once, then a commit for each state. */
function history(states: ReadonlyMap<string, Files>, pairs: readonly Branches[]): string {
  const marks = new Map<string, number>();
  const lines: string[] = [];
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const baseOf = new Map(
    pairs.flatMap(({ base, ours, theirs }) => [[ours, base] as const, [theirs, base] as const]),
  );
  const bases = [...new Set(baseOf.values())];
  for (const state of [...bases, ...baseOf.keys()]) {
    const files = states.get(state) ?? new Map<string, string>();
    for (const text of files.values()) {
      if (marks.has(text)) continue;
      marks.set(text, marks.size + 1);
      lines.push(`blob\nmark :${marks.size}\n${data(text)}`);
    }
    lines.push(`commit ${branch(state)}\ncommitter a <a@example.com> 0 +0000\n${data(state)}`);
    const base = baseOf.get(state);
    if (base !== undefined) lines.push(`from ${branch(base)}\n`);
    lines.push(
      "deleteall\n",
      ...[...files].map(([path, text]) => `M 100644 :${marks.get(text)} ${path}\n`),
      "\n",
    );
  }
  return `${lines.join("")}done\n`;
}

interface Result {
  readonly tree: string;
  readonly conflicts: readonly string[];
}

/** For each merge: a status, the tree, the paths with conflicts, and an empty field. */
function parseResults(printed: string, count: number): readonly Result[] {
  const fields = printed.split("\0");
  const results: Result[] = [];
  let at = 0;
  while (results.length < count) {
    const tree = fields[at + 1];
    if (tree === undefined) throw new Error("git merge-tree said less than it was asked");
    const conflicts: string[] = [];
    for (at += 2; (fields[at] ?? "") !== ""; at += 1) conflicts.push(fields[at] ?? "");
    at += 1;
    results.push({ tree, conflicts: [...new Set(conflicts)].sort() });
  }
  return results;
}

/** Blobs by path where the merged tree differs from the base of its pair. */
function changedBlobs(
  folder: string,
  pairs: readonly Branches[],
  results: readonly Result[],
): readonly ReadonlyMap<string, string>[] {
  const bases = [...new Set(pairs.map(({ base }) => base))];
  const ids = git(folder, ["rev-parse", ...bases.map((base) => `${branch(base)}^{tree}`)])
    .trimEnd()
    .split("\n");
  const treeOf = new Map(bases.map((base, index) => [base, ids[index] ?? ""]));
  const input = results
    .map(({ tree }, index) => `${treeOf.get(pairs[index]?.base ?? "")} ${tree}\n`)
    .join("");
  const found: Map<string, string>[] = [];
  for (const line of git(folder, ["diff-tree", "-r", "--stdin", "--no-renames"], input).split("\n")) {
    const change = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\t(.*)$/u.exec(line);
    if (change !== null) found.at(-1)?.set(change[2] ?? "", change[1] ?? "");
    else if (line !== "") found.push(new Map());
  }
  if (found.length !== results.length) throw new Error("git diff-tree left out a merge that changes nothing");
  return found;
}

function readBlobs(folder: string, blobs: ReadonlySet<string>): ReadonlyMap<string, string> {
  const wanted = [...blobs].filter((blob) => blob !== GONE);
  const bytes = Buffer.from(git(folder, ["cat-file", "--batch"], `${wanted.join("\n")}\n`));
  const found = new Map<string, string>();
  for (let at = 0; found.size < wanted.length; ) {
    const end = bytes.indexOf("\n", at);
    const [blob = "", , size] = bytes.toString("utf8", at, end).split(" ");
    const start = end + 1;
    found.set(blob, bytes.toString("utf8", start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return found;
}
