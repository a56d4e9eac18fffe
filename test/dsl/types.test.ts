import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const FILE = "test/dsl/mistakes/declarations.ts";

/** What TypeScript says of each line, the whole text of its message. */
function complaints(): ReadonlyMap<number, string> {
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const { stdout } = spawnSync(
    process.execPath,
    [join(typescript, "bin/tsc"), "-p", "test/dsl", "--pretty", "false"],
    {
      encoding: "utf8",
    },
  );
  const byLine = new Map<number, string>();
  let line = 0;
  for (const text of stdout.split("\n")) {
    const found = /^test\/dsl\/mistakes\/declarations\.ts\((\d+),/.exec(text);
    if (found !== null) line = Number(found[1]);
    if (line > 0) byLine.set(line, `${byLine.get(line) ?? ""}${text}\n`);
  }
  return byLine;
}

test("every mistake of the language is red, in words that a person understands", { timeout: 60_000 }, () => {
  const said = complaints();
  const wanted = new Map<number, string>();
  for (const [index, text] of readFileSync(FILE, "utf8").split("\n").entries()) {
    const red = /^\s*\/\/ red: (.+)$/.exec(text);
    if (red?.[1] !== undefined) wanted.set(index + 2, red[1]);
  }
  expect(wanted.size).toBeGreaterThan(30);
  const unexpected = [...said].filter(([line]) => !wanted.has(line));
  expect(unexpected).toEqual([]);
  const wrong = [...wanted]
    .filter(([line, text]) => !said.get(line)?.includes(text))
    .map(([line, text]) => ({ line, text, said: said.get(line) }));
  expect(wrong).toEqual([]);
});
