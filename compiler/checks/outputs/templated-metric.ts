import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const TEMPLATE = /\{\{|\{%|\{#/u;

/** A metric whose SQL looks like a template. */
export const templatedMetric = check({
  code: "ODP5035",
  slug: "templated-metric",
  severity: "error",
  explain: explanation({
    what: "The SQL of a metric holds `{{`, `{%` or `{#`.",
    why: "A Superset with templates switched on evaluates them as Jinja, one without sends them to Trino as they are: the same metric would be two.",
    mend: "Write the text otherwise, for example `'{' || '{'`, or compute the column in a mart.",
    bad: "metric.sql(pages, sql`count_if(body = '{{')`)",
    good: "metric.sql(pages, sql`count_if(body = '{' || '{')`)",
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "dashboard"))
      for (const [body, { pieces }] of node.furtherSql)
        if (TEMPLATE.test(pieces.map((piece) => (piece.kind === "text" ? piece.text : " ")).join("")))
          report({
            at: { kind: "site", site: body.site },
            message: `the SQL of a metric of \`${node.name}\` holds \`{{\`, \`{%\` or \`{#\`, which Superset may take for a template`,
            help: "write the text in two parts, `'{' || '{'`",
          });
  },
});
