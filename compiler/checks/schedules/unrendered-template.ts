import type { Run } from "../../../dsl/step.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Jinja in the text of a step, which nobody renders. */
export const unrenderedTemplate = check({
  code: "ODP6015",
  slug: "unrendered-template",
  severity: "warning",
  explain: explanation({
    what: "The text of a step holds a Jinja template such as `{{ ds }}`.",
    why: "odp hands text over as it is, so that no text becomes code in another system: the step would see the braces. `ds` and the like would not help either: a run that new data started has no date (`UndefinedError: 'ds' is undefined`, Airflow 3.3.2).",
    mend: "Let the step ask for the time itself, for example with `date -u` in a shell or `current_date` in SQL.",
    bad: `run.shell("score --day {{ ds }}")`,
    good: `run.shell("score --day $(date -u +%F)")`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "step"))
      for (const text of textsOf(node.declaration.spec.run)) {
        const template = /\{\{.*?\}\}|\{%.*?%\}/s.exec(text)?.[0];
        if (template === undefined) continue;
        report({
          at: markAt(node.mark, "run"),
          message: `the step \`${node.name}\` holds the template \`${template}\`, which nobody renders`,
          help: "let the step ask for the time itself",
        });
        break;
      }
  },
});

function textsOf(run: Run): readonly string[] {
  switch (run.kind) {
    case "shell":
      return [run.command, ...values(run.env)];
    case "python":
      return values(run.env);
    case "container":
      return [...run.command, ...values(run.env)];
    case "http":
      return [run.path, run.body ?? "", ...values(run.headers)];
    case "trino":
      return [];
  }
}

function values(given: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return Object.values(given ?? {}).filter((value): value is string => typeof value === "string");
}
