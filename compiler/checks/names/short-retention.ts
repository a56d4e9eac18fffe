import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { changesKeptSeconds, longestOutageSeconds, OUTAGE_MARGIN_SECONDS } from "../../graph/retention.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

/** Changes that Kafka forgets during an outage that they should outlive. */
export const shortRetention = check({
  code: "ODP3005",
  slug: "short-retention",
  severity: "error",
  explain: explanation({
    what: "Kafka keeps the changes of a source for less than its longest outage and one day.",
    why: "The sink reads the changes after the lake is back. What Kafka deleted by then is in neither place: the current state is wrong until a new snapshot, and no error says so. The day is for noticing and for catching up. Source: Apache Kafka, topic configuration, `retention.ms`.",
    mend: "Raise `retention`, or lower `longestOutage` to what is really promised.",
    bad: `postgres("shop", { retention: "3d", longestOutage: "3d", ... })`,
    good: `postgres("shop", { retention: "7d", longestOutage: "3d", ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "postgres")) {
      const { spec } = node.declaration;
      const outage = longestOutageSeconds(spec);
      const [kept, needed] = [changesKeptSeconds(spec), outage + OUTAGE_MARGIN_SECONDS];
      if (Number.isNaN(kept) || Number.isNaN(needed) || kept >= needed) continue;
      report({
        at: markAt(node.mark, spec.retention === undefined ? "longestOutage" : "retention"),
        message: `Kafka keeps the changes of \`${node.name}\` for ${durationWords(kept)}, less than its longest outage of ${durationWords(outage)} and a day to catch up`,
        help: `raise \`retention\` to at least \`"${Math.ceil(needed / 86_400)}d"\`, or lower \`longestOutage\``,
      });
    }
  },
});
