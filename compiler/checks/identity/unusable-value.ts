import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A hole of a template that cannot become SQL. */
export const unusableValue = check({
  code: "ODP1003",
  slug: "unusable-value",
  severity: "error",
  explain: explanation({
    what: `The \`\${..}\` of an \`sql\` template holds something that cannot become SQL: \`undefined\`, a dashboard, a function, a date.`,
    why: "An ordinary template would print `undefined` or `[object Object]`. The usual causes are a misspelt table (`shop.order` is `undefined` in JavaScript) and modules that import each other, where a constant is still `undefined` when it is read.",
    mend: "Name a relation, a column, another `sql` template, a string, a number, a boolean or a list of strings and numbers. Where two modules import each other, move what both need to a third.",
    bad: `sql\`select id from \${shop.order}\``,
    good: `sql\`select id from \${shop.orders}\``,
  }),
  run: (graph, report) => {
    for (const problem of graph.problems) {
      if (problem.kind !== "refused-hole") continue;
      const owner = graph.nodes.get(problem.node)?.name ?? problem.node;
      report({
        at: problem.at,
        message: `a \`\${..}\` in the SQL of \`${owner}\` is ${problem.what}, which cannot become SQL`,
        help:
          problem.what === "undefined"
            ? "is it spelt as it is declared? if so: do two modules import each other?"
            : "use a relation, a column, an `sql` template, a string, a number, a boolean or a list of strings and numbers",
      });
    }
  },
});
