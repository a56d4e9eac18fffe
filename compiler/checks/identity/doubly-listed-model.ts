import { downstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { quoted } from "../support/words.ts";

/** A model, seed or step in the outputs of two pipelines. */
export const doublyListedModel = check({
  code: "ODP1009",
  slug: "doubly-listed-model",
  severity: "error",
  explain: explanation({
    what: "Two pipelines list the same model, seed, step, dashboard, report or action in their `outputs`.",
    why: "What a pipeline lists it builds, sends or announces. Two builders of one Iceberg table conflict when they commit at the same time, and a report in two pipelines would have two owners.",
    mend: "Leave it in the outputs of one pipeline. The others may read it all the same.",
    bad: `pipeline("sales", { outputs: [daily] });  pipeline("finance", { outputs: [daily, ledger] });`,
    good: `pipeline("sales", { outputs: [daily] });  pipeline("finance", { outputs: [ledger] });`,
  }),
  run: (graph, report) => {
    for (const node of graph.nodes.values()) {
      const lists = downstreamOf(graph, node.id).filter((edge) => edge.why === "lists");
      const [first, second] = lists;
      if (first === undefined || second === undefined || node.kind === "table" || node.kind === "external")
        continue;
      const names = lists.map((edge) => graph.nodes.get(edge.to)?.name ?? edge.to);
      report({
        at: second.at,
        message: `the ${node.kind} \`${node.name}\` is listed by the pipelines ${quoted(names)}`,
        related: [{ at: first.at, message: `\`${names[0] ?? ""}\` lists it here` }],
        help: "leave it in the outputs of one pipeline; the others may read it all the same",
      });
    }
  },
});
