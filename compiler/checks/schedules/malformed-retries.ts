import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A number of retries that is none. */
export const malformedRetries = check({
  code: "ODP6010",
  slug: "malformed-retries",
  severity: "error",
  explain: explanation({
    what: "`retries` is no whole number from 0 to 100.",
    why: "Airflow takes a negative number and behaves as if it were 0 (seen on 3.3.2); a fraction fails at run time. More than 100 attempts hide a failure for days.",
    mend: "Write how many attempts there may be after the first; 0 is allowed.",
    bad: `pipeline("shop", { retries: -1, ... })`,
    good: `pipeline("shop", { retries: 0, ... })`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "pipeline"), ...nodesOf(graph, "step")]) {
      const { retries } = node.declaration.spec;
      if (retries === undefined || (Number.isInteger(retries) && retries >= 0 && retries <= 100)) continue;
      report({
        at: markAt(node.mark, "retries"),
        message: `the ${node.kind} \`${node.name}\` has \`${String(retries)}\` retries, which is no whole number from 0 to 100`,
        help: "write how many attempts there may be after the first",
      });
    }
  },
});
