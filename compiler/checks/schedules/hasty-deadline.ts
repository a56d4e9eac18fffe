import { seconds } from "../../graph/config.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { runOf } from "../../graph/runs.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

/** A deadline that an ordinary run misses. */
export const hastyDeadline = check({
  code: "ODP6008",
  slug: "hasty-deadline",
  severity: "error",
  explain: explanation({
    what: "The deadline of a pipeline is shorter than the time that its models take by their own account.",
    why: "Every run would be reported as late, and people learn to look away. The time of a run is the longest way through its models and steps by their `takes` (15 minutes unless told), or all of them divided by what runs at the same time.",
    mend: "Raise `deadline`, or say with `takes` how long the models really take.",
    bad: `pipeline("shop", { deadline: "10m", ... })   // three models in a row`,
    good: `pipeline("shop", { deadline: "2h", ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const { deadline } = node.declaration.spec;
      const [allowed, needed] = [seconds(deadline ?? ""), runOf(graph, node.id).seconds];
      if (Number.isNaN(allowed) || allowed >= needed) continue;
      report({
        at: markAt(node.mark, "deadline"),
        message: `the deadline of \`${node.name}\` is ${durationWords(allowed)}, but its models take ${durationWords(needed)} by their own account`,
        help: "raise the deadline, or say with `takes` how long the models really take",
      });
    }
  },
});
