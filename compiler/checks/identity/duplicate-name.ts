import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Two declarations of one kind under one name. */
export const duplicateName = check({
  code: "ODP1001",
  slug: "duplicate-name",
  severity: "error",
  explain: explanation({
    what: "Two declarations of the same kind have the same name.",
    why: "A name is an identity: it becomes a table, a dbt model or a DAG id. Two DAG files with one id are accepted by a running Airflow 3.3 without a word, and the DAG flips between them at each parse (seen on 3.3.2); dbt refuses two models of one name.",
    mend: "Rename one of them, or declare it once and import it where it is needed.",
    bad: `export const a = mart("orders", { ... });
export const b = mart("orders", { ... });`,
    good: `export const a = mart("orders", { ... });
export const b = mart("orders_by_day", { ... });`,
  }),
  run: (graph, report) => {
    for (const problem of graph.problems) {
      if (problem.kind !== "duplicate") continue;
      const [kind, name] = [
        problem.id.slice(0, problem.id.indexOf(":")),
        problem.id.slice(problem.id.indexOf(":") + 1),
      ];
      report({
        at: problem.second,
        message: `the ${kind} \`${name}\` is declared twice`,
        related: [{ at: problem.first, message: `\`${name}\` is declared here first` }],
        help: "rename one of the two, or declare it once and import it where it is needed",
      });
    }
  },
});
