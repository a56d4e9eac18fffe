import { worstCaseAges } from "../../graph/age.ts";
import { seconds } from "../../graph/config.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

/** An output whose data can be older than it promises. */
export const staleOutput = check({
  code: "ODP6013",
  slug: "stale-output",
  severity: "error",
  explain: explanation({
    what: "The data of an output can be older than its `freshWithin`.",
    why: "The worst age is a sum: the sink's commit, the watch for it, the current state, the wait for the pipeline's schedule, the longest way through its models by their `takes` (15 minutes unless told), and the cache of the chart. A change that just misses each of these is seen only after all of them.",
    mend: "Run the pipeline more often (or on new data), lower `takes` where the models are faster than they say, let the sink commit more often, or promise less.",
    bad: `dashboard("sales", { freshWithin: "1h", ... })   // its pipeline runs once a day`,
    good: `dashboard("sales", { freshWithin: "26h", ... })`,
  }),
  run: (graph, report) => {
    const ageOf = worstCaseAges(graph);
    for (const node of [
      ...nodesOf(graph, "dashboard"),
      ...nodesOf(graph, "report"),
      ...nodesOf(graph, "action"),
    ]) {
      const promised = seconds(node.declaration.spec.freshWithin ?? "");
      const age = Number.isNaN(promised) ? undefined : ageOf(node.id);
      if (age === undefined || age.seconds <= promised) continue;
      const sum = age.terms.map((term) => `${term.what} ${durationWords(term.seconds)}`).join(" + ");
      const most = age.terms.reduce((longest, term) => (term.seconds > longest.seconds ? term : longest));
      report({
        at: markAt(node.mark, "freshWithin"),
        message: `the data of \`${node.name}\` can be ${durationWords(age.seconds)} old, more than ${durationWords(promised)}: ${sum}`,
        help: `the most of it: ${most.what} (${durationWords(most.seconds)})`,
      });
    }
  },
});
