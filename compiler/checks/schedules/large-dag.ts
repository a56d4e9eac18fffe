import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { taskCount } from "../support/task-count.ts";

const MANY_TASKS = 150;
const TOO_MANY_TASKS = 500;

/** A DAG with more tasks than people can read. */
export const largeDag = check({
  code: "ODP6011",
  slug: "large-dag",
  severity: "warning",
  explain: explanation({
    what: "The DAG of a pipeline has more than 150 tasks.",
    why: "Each task costs Airflow about 1.2 seconds in each slot, beside what it does: 150 tasks in two slots take a minute and a half without any work (measured on 3.3.2). The page of such a DAG is hard to read at night.",
    mend: 'Leave `granularity: "model"` out: one task then builds all models between two steps, and each output is announced alone. Or split the pipeline.',
    bad: `pipeline("all", { granularity: "model", outputs: [...two hundred models] })`,
    good: `pipeline("all", { outputs: [...] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const count = taskCount(graph, node);
      if (count <= MANY_TASKS || (count > TOO_MANY_TASKS && node.declaration.spec.allowLargeDag !== true))
        continue;
      report({
        at: markAt(node.mark, "outputs"),
        message: `the DAG of \`${node.name}\` has ${count} tasks, more than ${MANY_TASKS}`,
        help: 'leave `granularity: "model"` out, or split the pipeline',
      });
    }
  },
});
