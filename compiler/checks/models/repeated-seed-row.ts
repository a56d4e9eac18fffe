import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { seedRows } from "../support/seeds.ts";
import { quoted } from "../support/words.ts";

/** Two rows of a seed with one key. */
export const repeatedSeedRow = check({
  code: "ODP4019",
  slug: "repeated-seed-row",
  severity: "error",
  explain: explanation({
    what: "Two rows of a seed have the same grain, or the same value in a column that is unique.",
    why: "The test of uniqueness would fail on every run; joins with the seed would count rows twice.",
    mend: "Remove one of the rows, or add the column that tells them apart to the grain.",
    bad: `grain: ["code"], rows: [{ code: "KE", name: "Kenya" }, { code: "KE", name: "Kenia" }]`,
    good: `grain: ["code"], rows: [{ code: "KE", name: "Kenya" }]`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "seed")) {
      const { header, rows } = seedRows(node);
      const primary = node.columns.filter((column) => column.spec.primaryKey).map((column) => column.name);
      const alone = node.columns.filter((column) => column.spec.unique).map((column) => [column.name]);
      for (const key of [node.declaration.spec.grain ?? [], primary, ...alone]) {
        const seen = new Set<string>();
        const second = rows.find((row) => {
          const value = JSON.stringify(key.map((name) => row[name] ?? null));
          return key.length > 0 && (seen.has(value) || !seen.add(value));
        });
        if (second === undefined) continue;
        report({
          at: markAt(node.mark, header === undefined ? "rows" : "file"),
          message: `two rows of the seed \`${node.name}\` have the same ${quoted(key)}: ${key.map((name) => JSON.stringify(second[name] ?? null)).join(", ")}`,
          help: "remove one of them, or add the column that tells them apart to the grain",
        });
        break;
      }
    }
  },
});
