import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { taskCount } from "../support/task-count.ts";

const TOO_MANY_TASKS = 500;

/** A DAG with more tasks than Airflow handles well. */
export const oversizedDag = check({
  code: "ODP6012",
  slug: "oversized-dag",
  severity: "error",
  explain: explanation({
    what: "The DAG of a pipeline has more than 500 tasks, and the pipeline does not say that it may.",
    why: "Airflow accepts a DAG of 1,000 tasks, but its scheduler looks at each of them in every loop, and each parse of the file costs 0.2 seconds and more (measured on 3.3.2).",
    mend: 'Leave `granularity: "model"` out or split the pipeline; or set `allowLargeDag: true`.',
    bad: `pipeline("all", { granularity: "model", outputs: [...six hundred models] })`,
    good: `pipeline("all", { outputs: [...] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const count = taskCount(graph, node);
      if (count <= TOO_MANY_TASKS || node.declaration.spec.allowLargeDag === true) continue;
      report({
        at: markAt(node.mark, "outputs"),
        message: `the DAG of \`${node.name}\` has ${count} tasks, more than ${TOO_MANY_TASKS}`,
        help: 'leave `granularity: "model"` out, split the pipeline, or set `allowLargeDag: true`',
      });
    }
  },
});
