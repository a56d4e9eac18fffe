import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { GONE_ARGUMENTS, OPERATOR_ARGUMENTS, OWN_ARGUMENTS } from "../support/operator-arguments.ts";
import { reasonFor } from "../support/raw-keys.ts";

/** A raw argument of an operator that it does not take. */
export const wrongOperatorArgument = check({
  code: "ODP6014",
  slug: "wrong-operator-argument",
  severity: "error",
  explain: explanation({
    what: "A raw argument of a step is unknown to Airflow's operators, is set by odp, or is gone.",
    why: "An unknown argument fails the import of the whole DAG file (`TypeError`), so nothing of the pipeline runs; `sla` and `email_on_failure` only warn and do nothing (seen on 3.3.2).",
    mend: 'Correct the name, or use the word of the language. An argument of one operator only is given with its reason: `{ value: .., reason: ".." }`.',
    bad: `step("score", { airflow: { qeue: "gpu" }, ... })`,
    good: `step("score", { airflow: { queue: "gpu" }, ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "step")) {
      const raw = node.declaration.spec.airflow ?? {};
      for (const key of Object.keys(raw)) {
        const at = markAt(node.mark, "airflow", key);
        const own = OWN_ARGUMENTS[key];
        const gone = GONE_ARGUMENTS[key];
        if (own !== undefined)
          report({
            at,
            message: `the step \`${node.name}\` sets the argument \`${key}\`, which odp sets itself`,
            help: `say it with ${own}`,
          });
        else if (gone !== undefined)
          report({
            at,
            message: `the step \`${node.name}\` sets the argument \`${key}\`, which does nothing in Airflow 3`,
            help: `use ${gone}`,
          });
        else if (!OPERATOR_ARGUMENTS.includes(key) && reasonFor(raw, key) === undefined)
          report({
            at,
            message: `the step \`${node.name}\` has the argument \`${key}\`, which Airflow's operators do not have`,
            help: nearest(key, OPERATOR_ARGUMENTS, "arguments") ?? 'give it as `{ value: .., reason: ".." }`',
          });
      }
    }
  },
});
