import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { quoted } from "../support/words.ts";

/** An incremental model whose grain does not say what its key says. */
export const mismatchedIncrement = check({
  code: "ODP4006",
  slug: "mismatched-increment",
  severity: "error",
  explain: explanation({
    what: "An incremental model has no grain, its grain is not its merge key, or its grain lacks the period.",
    why: "By key, the merge key must be unique in the query's result, or Trino stops with `One MERGE target table row matched more than one source row`; a key with more columns than the grain leaves old rows behind. By period, each row belongs to exactly one period, so the period is part of what a row is.",
    mend: "Declare `grain` as the merge key; for an increment by period, with the period in it.",
    bad: `grain: ["country"], materialize: incremental({ period: "day", recompute: "30 days" })`,
    good: `grain: ["day", "country"], materialize: incremental({ period: "day", recompute: "30 days" })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const { materialize: how, grain = [] } = node.declaration.spec;
      if (typeof how !== "object") continue;
      const wanted = how.kind === "incremental-by-key" ? (how.key ?? []) : [how.period];
      const at = markAt(node.mark, grain.length === 0 ? "materialize" : "grain");
      const lacking = wanted.filter((name) => !grain.includes(name));
      const further = how.kind === "incremental-by-key" ? grain.filter((name) => !wanted.includes(name)) : [];
      if (grain.length === 0)
        report({
          at,
          message: `\`${node.name}\` is incremental, but has no grain`,
          help: `say what one row is: \`grain: [${wanted.map((name) => `"${name}"`).join(", ")}]\`${how.kind === "incremental-by-key" ? "" : " and whatever else makes a row"}`,
        });
      else if (wanted.length === 0)
        report({
          at,
          message: `\`${node.name}\` is merged by no key`,
          help: "name the columns of the grain as `key`",
        });
      else if (lacking.length > 0)
        report({
          at,
          message: `\`${node.name}\` is incremental by ${quoted(wanted)}, but its grain ${quoted(grain)} lacks ${quoted(lacking)}`,
          help: "make the grain hold what it is incremental by",
        });
      else if (further.length > 0)
        report({
          at,
          message: `the grain of \`${node.name}\` is ${quoted(grain)}, but rows are merged by ${quoted(wanted)}, which is not unique then`,
          help: `merge by the whole grain: \`key: [${grain.map((name) => `"${name}"`).join(", ")}]\``,
        });
    }
  },
});
