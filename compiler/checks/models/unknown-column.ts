import type { Graph, GraphNode } from "../../graph/graph.ts";
import { type SqlText, sqlMark } from "../../graph/sql-text.ts";
import { type ColumnReference, findColumnReferences } from "../../sql/relations.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { columnNames, knowsColumns } from "../support/relations.ts";
import { sqlTexts, withSql } from "../support/sql-texts.ts";

/** A column that its relation does not have. */
export const unknownColumn = check({
  code: "ODP4003",
  slug: "unknown-column",
  severity: "error",
  explain: explanation({
    what: "A query reads `alias.column`, and the relation behind the alias has no such column.",
    why: "dbt's own parse does not see it (seen on dbt-core 1.12 with Trino); Trino refuses the query when the model runs. Captured tables have the columns that are declared, not those that the database has.",
    mend: "Correct the name, or declare the column at its source.",
    bad: `sql\`select o.totl from \${orders} as o\``,
    good: `sql\`select o.total from \${orders} as o\``,
  }),
  run: (graph, report) => {
    for (const node of withSql(graph))
      for (const text of sqlTexts(node))
        for (const reference of findColumnReferences(text.analysed)) {
          const found = target(graph, text, reference);
          if (found === undefined || found.columns.includes(reference.column.name)) continue;
          const { column } = reference;
          const help = nearest(column.name, found.columns, `columns of \`${found.node.name}\``);
          report({
            at: sqlMark(text, column.span.start, column.span.end),
            message: `\`${found.what}\` has no column \`${column.name}\``,
            related: [{ at: found.node.mark, message: `\`${found.node.name}\` is declared here` }],
            ...(help === undefined ? {} : { help }),
          });
        }
  },
});

function target(graph: Graph, text: SqlText, { relation }: ColumnReference) {
  const known = relation.isCommonTable ? undefined : text.relations.get(relation.parts[0]?.name ?? "");
  const node: GraphNode | undefined = known === undefined ? undefined : graph.nodes.get(known.node);
  if (known === undefined || node === undefined || !knowsColumns(node)) return undefined;
  const columns = columnNames(node, known.face).map((name) => name.toLowerCase());
  return { node, columns, what: known.face === "current" ? node.name : `${known.face}(${node.name})` };
}
