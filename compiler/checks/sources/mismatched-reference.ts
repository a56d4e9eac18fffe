import { postgresType } from "../../facts/postgres-types.ts";
import type { GraphColumn } from "../../graph/graph.ts";
import { RELATION_KINDS } from "../../graph/lake.ts";
import { trinoType } from "../../graph/trino-type.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { referenceTarget } from "../support/references.ts";

/** A reference between columns whose types cannot be compared. */
export const mismatchedReference = check({
  code: "ODP2008",
  slug: "mismatched-reference",
  severity: "error",
  explain: explanation({
    what: "A column refers to a column of another type.",
    why: "The reference becomes a join in a dbt test. Trino never compares numbers with texts by itself (`Cannot apply operator: bigint = varchar`), so the test fails on every run and everything behind the model is skipped.",
    mend: "Correct the type of one of the two, or the path of the reference.",
    bad: 'customer_id: pg.text().references("customers.id")   // customers.id is a uuid',
    good: 'customer_id: pg.uuid().references("customers.id")',
  }),
  run: (graph, report) => {
    for (const node of graph.nodes.values()) {
      if (!RELATION_KINDS.has(node.kind)) continue;
      for (const column of node.columns) {
        const found =
          column.spec.references === undefined
            ? undefined
            : referenceTarget(graph, node, column.spec.references);
        if (found?.column === undefined || found.node === undefined) continue;
        const [from, to] = [stateType(column), stateType(found.column)];
        if (from === undefined || to === undefined || family(from) === family(to)) continue;
        report({
          at: column.mark,
          message: `\`${node.name}.${column.name}\` is \`${from}\` in the lake, but refers to \`${found.node.name}.${found.column.name}\`, which is \`${to}\``,
          related: [
            {
              at: found.column.mark,
              message: `\`${found.node.name}.${found.column.name}\` is declared here`,
            },
          ],
          help: "correct the type of one of the two, or the path",
        });
      }
    }
  },
});

/** Type of a column in the current state, as Trino spells it. */
function stateType(column: GraphColumn): string | undefined {
  if (column.spec.vocabulary === "t") return trinoType(column.spec.type);
  const type = postgresType(column.spec.type);
  return type.refused === undefined ? type.state : undefined;
}

/** Types of one family compare without a cast. */
function family(type: string): string {
  if (/^(tinyint|smallint|integer|bigint|real|double|decimal)/.test(type)) return "number";
  if (/^(date|timestamp)/.test(type)) return "time";
  return type.replace(/\(.*$/, "");
}
