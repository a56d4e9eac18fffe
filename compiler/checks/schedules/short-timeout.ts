import { seconds } from "../../graph/config.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { runOf, takesSeconds } from "../../graph/runs.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

/** A timeout that ends ordinary work. */
export const shortTimeout = check({
  code: "ODP6009",
  slug: "short-timeout",
  severity: "error",
  explain: explanation({
    what: "A timeout is shorter than what it has to leave time for: a task may take longer than its whole run, or a model takes longer than a task may.",
    why: 'Airflow ends what exceeds its time and marks it as failed. A task timeout above the run\'s has no effect, since the run is ended first, and what the task would have reported is lost. With `granularity: "pipeline"` one task builds all models between two steps.',
    mend: "Raise the shorter one, or lower the longer one.",
    bad: `pipeline("shop", { taskTimeout: "8h", runTimeout: "6h", ... })`,
    good: `pipeline("shop", { taskTimeout: "2h", runTimeout: "6h", ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const { taskTimeout = "1h", runTimeout = "6h", granularity = "pipeline" } = node.declaration.spec;
      const [task, whole] = [seconds(taskTimeout), seconds(runTimeout)];
      const given = node.declaration.spec.taskTimeout === undefined ? "runTimeout" : "taskTimeout";
      const at = markAt(node.mark, given);
      if (task > whole)
        report({
          at,
          message: `a task of \`${node.name}\` may take ${durationWords(task)}, but a whole run only ${durationWords(whole)}`,
          help: "lower `taskTimeout` or raise `runTimeout`",
        });
      const run = runOf(graph, node.id);
      if (run.seconds > whole)
        report({
          at: markAt(node.mark, "runTimeout"),
          message: `a run of \`${node.name}\` may take ${durationWords(whole)}, but its models take ${durationWords(run.seconds)} by their own account`,
          help: "raise `runTimeout`, or say with `takes` how long the models really take",
        });
      else if (granularity === "model") for (const slow of slowModels(graph, node, task)) report(slow);
    }
    for (const node of nodesOf(graph, "step")) {
      const { takes, timeout } = node.declaration.spec;
      if (seconds(takes ?? "") > seconds(timeout ?? ""))
        report({
          at: markAt(node.mark, "timeout"),
          message: `the step \`${node.name}\` takes ${takes ?? ""} by its own account, but is ended after ${timeout ?? ""}`,
          help: "raise `timeout`",
        });
    }
  },
});

function slowModels(graph: Graph, pipeline: GraphNode<"pipeline">, task: number) {
  return [...graph.builtBy].flatMap(([id, by]) => {
    const node = graph.nodes.get(id);
    if (by !== pipeline.id || node?.kind !== "model" || takesSeconds(graph, id) <= task) return [];
    return [
      {
        at: markAt(node.mark, "takes"),
        message: `\`${node.name}\` takes ${durationWords(takesSeconds(graph, id))} by its own account, but a task of \`${pipeline.name}\` is ended after ${durationWords(task)}`,
        related: [{ at: pipeline.mark, message: `\`${pipeline.name}\` is declared here` }],
        help: "raise `taskTimeout` of the pipeline",
      },
    ];
  });
}
