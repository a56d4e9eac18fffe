import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { namedColumns } from "../support/named-columns.ts";
import { nearest } from "../support/nearest.ts";
import { columnNames, knowsColumns } from "../support/relations.ts";

/** Grain, partitions, tests and increments over columns that are not there. */
export const unknownNamedColumn = check({
  code: "ODP4004",
  slug: "unknown-named-column",
  severity: "error",
  explain: explanation({
    what: "The grain, the partitioning, the order, the increment or a test of a model names a column that it does not have.",
    why: "They become tests, table properties and merge conditions, which dbt checks only by running them: the model is built first and fails then.",
    mend: "Correct the name, or declare the column.",
    bad: `mart("daily", { columns: { day: t.date() }, grain: ["date"], ... })`,
    good: `mart("daily", { columns: { day: t.date() }, grain: ["day"], ... })`,
  }),
  run: (graph, report) => {
    for (const { owner, name, by, at } of namedColumns(graph)) {
      const there = columnNames(owner);
      if (!knowsColumns(owner) || there.includes(name)) continue;
      const help = nearest(name, there, "columns");
      report({
        at,
        message: `${by} ${by.startsWith("a test of") ? "names" : `of \`${owner.name}\` names`} \`${name}\`, which is no column of \`${owner.name}\``,
        ...(help === undefined ? {} : { help }),
      });
    }
  },
});
