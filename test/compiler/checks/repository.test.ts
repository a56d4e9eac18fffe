// The examples of the repository are what people start from: no check may find anything in them but what
// they say that they want no word of.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runChecks } from "../../../compiler/checks/index.ts";
import type { Diagnostic } from "../../../compiler/diagnostics/diagnostic.ts";
import { buildGraph } from "../../../compiler/graph/build.ts";
import type { Host } from "../../../compiler/load/host.ts";
import { load } from "../../../compiler/load/load.ts";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

const disk: Host = {
  readText: (path) =>
    statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : undefined,
  list: (path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(path, { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          kind: entry.isDirectory() ? ("folder" as const) : ("file" as const),
        }))
      : undefined,
};

const said = ({ slug, message }: Diagnostic): string => `${slug}: ${message}`;

const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(names.filter((name) => disk.readText(`${examples}${name}/odp.config.ts`) !== undefined))(
  "nothing is found in %s",
  async (name) => {
    const { project, diagnostics } = await load({ root: `${examples}${name}` }, disk);
    expect(diagnostics.map(said)).toEqual([]);
    const found: Diagnostic[] = [];
    if (project !== undefined) {
      const graph = buildGraph(project);
      runChecks(graph, (diagnostic) => found.push(diagnostic), { off: graph.config.off });
    }
    expect(found.map(said)).toEqual([]);
  },
);
