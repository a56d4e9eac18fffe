import { postgresType } from "../../facts/postgres-types.ts";
import { type GraphNode, type NodeId, nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A column that loses something on its way, without its owner's consent. */
export const lossyColumn = check({
  code: "ODP2004",
  slug: "lossy-column",
  severity: "error",
  explain: explanation({
    what: "PostgreSQL can hold values in this column that do not arrive as they are: `infinity` in a date, `NaN` in a numeric, `24:00` in a time.",
    why: "Trino and Iceberg have no such values, so they become null or something near. That may be harmless, but nobody should learn it from a wrong sum. What each type loses was found with real values on PostgreSQL 15, Debezium 3.7.0, the Iceberg sink and Trino 476.",
    mend: 'Accept the loss where such values do not occur or do not matter: for one column with `.allowLoss("infinity")`, for a source with `allowLoss: ["infinity"]`. Slugs: `infinity`, `far-year`, `nan`, `overflow`, `rounding`, `midnight`, `zone`, `padding`, `case`, `money-fraction`, `bit-length`, `dimensions`. Columns of dates lose `far-year` (outside 4713 BC to 9999) along with `infinity`, and allowing `infinity` covers it.',
    bad: "opens: pg.time()",
    good: `opens: pg.time().allowLoss("midnight")`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "table")) {
      const ofSource = allowedBySource(
        graph.nodes.get(`postgres:${node.declaration.source}` satisfies NodeId),
      );
      for (const column of node.columns) {
        const type = column.spec.vocabulary === "pg" ? postgresType(column.spec.type) : undefined;
        if (type === undefined || type.refused !== undefined) continue;
        const allowed = new Set([...ofSource, ...column.spec.allowedLosses]);
        const losses = type.losses.filter(
          (loss) => !allowed.has(loss.slug) && !(loss.slug === "far-year" && allowed.has("infinity")),
        );
        if (losses.length === 0) continue;
        const slugs = losses.map((loss) => `"${loss.slug}"`).join(", ");
        report({
          at: column.mark,
          message: `\`${node.name}.${column.name}\` (\`${type.name}\`) loses something on its way: ${losses.map((loss) => loss.text).join("; ")}`,
          help: `accept it with \`.allowLoss(${slugs})\` on the column, or with \`allowLoss: [${slugs}]\` for the whole source`,
        });
      }
    }
  },
});

function allowedBySource(node: GraphNode | undefined): readonly string[] {
  return node?.declaration.kind === "postgres" ? (node.declaration.spec.allowLoss ?? []) : [];
}
