import type { Mark } from "../../diagnostics/mark.ts";
import { LOSSES } from "../../facts/postgres-losses.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { byCodeUnit } from "../support/words.ts";

/** Consent to a loss that does not exist. */
export const unknownLoss = check({
  code: "ODP2015",
  slug: "unknown-loss",
  severity: "error",
  explain: explanation({
    what: "`allowLoss` names a loss that there is not.",
    why: "A misspelt slug allows nothing, and a reader would believe that something was accepted.",
    mend: "Correct the slug: `infinity`, `far-year`, `nan`, `overflow`, `rounding`, `midnight`, `zone`, `padding`, `case`, `money-fraction`, `bit-length` or `dimensions`.",
    bad: `pg.date().allowLoss("infinite")`,
    good: `pg.date().allowLoss("infinity")`,
  }),
  run: (graph, report) => {
    for (const { slug, owner, at } of allowed(graph)) {
      if (Object.hasOwn(LOSSES, slug)) continue;
      const help = nearest(slug, Object.keys(LOSSES).sort(byCodeUnit), "losses");
      report({
        at,
        message: `\`${owner}\` allows the loss \`${slug}\`, which there is not`,
        ...(help === undefined ? {} : { help }),
      });
    }
  },
});

function allowed(
  graph: Graph,
): readonly { readonly slug: string; readonly owner: string; readonly at: Mark }[] {
  return [
    ...nodesOf(graph, "postgres").flatMap((node) =>
      (node.declaration.spec.allowLoss ?? []).map((slug, index) => ({
        slug,
        owner: node.name,
        at: markAt(node.mark, "allowLoss", index),
      })),
    ),
    ...nodesOf(graph, "table").flatMap((node) =>
      node.columns.flatMap((column) =>
        column.spec.allowedLosses.map((slug) => ({
          slug,
          owner: `${node.name}.${column.name}`,
          at: column.mark,
        })),
      ),
    ),
  ];
}
