import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { nearest } from "../support/nearest.ts";
import { seedRows } from "../support/seeds.ts";
import { quoted } from "../support/words.ts";

/** Rows of a seed that do not have its columns. */
export const mismatchedSeed = check({
  code: "ODP4018",
  slug: "mismatched-seed",
  severity: "error",
  explain: explanation({
    what: "The rows of a seed, or the header of its CSV file, do not have the columns that it declares; or it has no rows at all.",
    why: "dbt loads what the file has, in the types that it guesses for columns that nobody declared; what reads a declared column that is missing fails.",
    mend: "Make header and columns the same. The order does not matter.",
    bad: `seed("countries", { columns: { code: t.varchar() }, rows: [{ cod: "KE" }] })`,
    good: `seed("countries", { columns: { code: t.varchar() }, rows: [{ code: "KE" }] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "seed")) {
      const { header, rows, uneven } = seedRows(node);
      const declared = node.columns.map((column) => column.name);
      const at = markAt(node.mark, header === undefined ? "rows" : "file");
      const unknown = [...new Set(header ?? rows.flatMap((row) => Object.keys(row)))].filter(
        (name) => !declared.includes(name),
      );
      const missing = header === undefined ? [] : declared.filter((name) => !header.includes(name));
      const empty = node.columns.filter(
        (column) => !column.spec.nullable && rows.some((row) => (row[column.name] ?? null) === null),
      );
      if (rows.length === 0)
        report({
          at,
          message: `the seed \`${node.name}\` has no rows`,
          help: "give it `rows`, or a CSV `file` with a header",
        });
      else if (unknown.length > 0) {
        const help = nearest(unknown[0] ?? "", declared, "columns");
        report({
          at,
          message: `the rows of the seed \`${node.name}\` have ${quoted(unknown)}, which it does not declare`,
          ...(help === undefined ? {} : { help }),
        });
      } else if (missing.length > 0)
        report({
          at,
          message: `the file of the seed \`${node.name}\` lacks ${quoted(missing)}`,
          help: "add the column, or leave it out of the declaration",
        });
      else if (uneven[0] !== undefined)
        report({
          at,
          message: `line ${uneven[0]} of the seed \`${node.name}\` has another number of fields than the header`,
          help: "put fields with commas in double quotes",
        });
      else if (empty[0] !== undefined)
        report({
          at,
          message: `a row of the seed \`${node.name}\` has no \`${empty[0].name}\`, which may not be null`,
          related: [{ at: empty[0].mark, message: `\`${empty[0].name}\` is declared here` }],
          help: "fill it, or say `.nullable()`",
        });
    }
  },
});
