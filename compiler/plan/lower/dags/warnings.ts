import type { GraphNode } from "../../../graph/graph.ts";
import type { TaskPlan } from "../../airflow.ts";
import { addresses, smtpConnection } from "../airflow-alerts.ts";
import type { DagContext } from "../airflow-context.ts";
import { dict, given, literalText, TRIGGER_ALL_DONE, task } from "../airflow-values.ts";
import { type Builds, PYTHON_OPERATOR } from "./build.ts";

interface Warned {
  readonly tasks: readonly TaskPlan[];
  readonly edges: readonly (readonly [string, string])[];
}

/** A task that mails the tests which warned, where the pipeline asks for it: a warning fails nothing. */
export function warningMail(
  context: DagContext,
  { declaration }: GraphNode<"pipeline">,
  built: Builds,
): Warned {
  const to = addresses(declaration.spec.alerts, "test-warning");
  const builds = built.tasks.map(({ id }) => id).sort();
  if (to.length === 0 || builds.length === 0) return { tasks: [], edges: [] };
  const id = "mail_warnings";
  const { config } = context.graph;
  return {
    tasks: [
      {
        id,
        operator: PYTHON_OPERATOR,
        args: given({
          python_callable: task(context.project, "mail", "mail_test_warnings"),
          op_kwargs: dict({
            builds,
            connection: smtpConnection(config),
            to: to.map(literalText),
            sender: config.alerts?.from == null ? null : literalText(config.alerts.from),
          }),
          trigger_rule: TRIGGER_ALL_DONE,
        }),
        expand: null,
        inlets: [],
        outlets: [],
      },
    ],
    edges: builds.map((build) => [build, id] as const),
  };
}
