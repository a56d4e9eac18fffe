import { nodesOf } from "../../graph/graph.ts";
import { columnType } from "../../graph/trino-type.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { resultColumns } from "../support/results.ts";
import { storedType } from "../support/stored-type.ts";

/** A query that yields a column in another type than its model declares. */
export const mistypedResult = check({
  code: "ODP4046",
  slug: "mistyped-result",
  severity: "error",
  explain: explanation({
    what: "The query of a model yields a column in another type than its declaration says. Types are those of Trino 476; that the lake stores `varchar(20)` as `varchar` and `smallint` as `integer` is reckoned with.",
    why: "The table gets the type of the query. Charts, tests and other models rely on the declared one; the contract of dbt compares neither precision nor scale.",
    mend: "Declare what the query yields, or cast in the query. A sum of decimals is `decimal(38, s)`, a count `bigint`.",
    bad: `mart("daily", { columns: { revenue: t.decimal(12, 2) }, sql: sql\`select sum(o.total) as revenue from \${orders} as o\` })`,
    good: `mart("daily", { columns: { revenue: t.decimal(38, 2) }, sql: sql\`select sum(o.total) as revenue from \${orders} as o\` })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      for (const { column, result, at } of resultColumns(node)) {
        const declared = columnType(column.spec);
        if (declared === undefined || result.type === undefined) continue;
        const wanted = storedType(declared);
        const given = storedType(result.type);
        if (wanted === undefined || given === undefined || wanted === given) continue;
        const help =
          given.base === "unknown"
            ? `cast it: \`cast(null as ${wanted.text})\``
            : `declare \`${given.text}\`, or cast: \`cast(… as ${wanted.text})\``;
        report({
          at,
          message: `the query of \`${node.name}\` yields \`${column.name}\` as \`${result.type}\`, declared is \`${wanted.text}\``,
          help,
          related: [{ at: column.mark, message: `\`${column.name}\` is declared here` }],
        });
      }
    }
  },
});
