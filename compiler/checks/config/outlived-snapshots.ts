import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { commitsKeptSeconds } from "../../graph/retention.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

/** Snapshots that expire while the control topic still holds the commits that they answer for. */
export const outlivedSnapshots = check({
  code: "ODP7010",
  slug: "outlived-snapshots",
  severity: "error",
  explain: explanation({
    what: "`maintenance.keepSnapshots` is shorter than the time for which the control topic of a sink keeps its commits: the longest outage of its source and one day, at least seven days.",
    why: "The sink notes in each snapshot how far it had read its control topic. After a crash it reads commits again and leaves out those up to there. With that snapshot expired it leaves out none, and adds files that the table holds already: rows come twice. Source: Apache Iceberg 1.12, the coordinator of the Kafka Connect sink.",
    mend: "Raise `maintenance.keepSnapshots`, or lower `longestOutage` to what is really promised.",
    bad: `postgres("shop", { retention: "30d", longestOutage: "20d", ... }), maintenance: { keepSnapshots: "15d" }`,
    good: `postgres("shop", { retention: "30d", longestOutage: "20d", ... }), maintenance: { keepSnapshots: "21d" }`,
  }),
  run: (graph, report) => {
    const { maintenance, mark } = graph.config;
    const kept = maintenance.keepSnapshotsSeconds;
    for (const node of nodesOf(graph, "postgres")) {
      const { spec } = node.declaration;
      const needed = commitsKeptSeconds(spec);
      // A week is what `short-snapshot-retention` asks for.
      if (spec.longestOutage === undefined || !(kept < needed)) continue;
      report({
        at: markAt(node.mark, "longestOutage"),
        message: `snapshots are kept for ${durationWords(kept)}, but the control topic of \`${node.name}\` keeps commits for ${durationWords(needed)}: its longest outage and a day to catch up`,
        related: [
          { at: markAt(mark, "maintenance", "keepSnapshots"), message: "how long snapshots are kept" },
        ],
        help: `set \`maintenance: { keepSnapshots: "${Math.ceil(needed / 86_400)}d" }\` in odp.config.ts, or lower \`longestOutage\``,
      });
    }
  },
});
