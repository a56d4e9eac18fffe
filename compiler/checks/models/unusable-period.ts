import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A period that is no date, or may be missing. */
export const unusablePeriod = check({
  code: "ODP4007",
  slug: "unusable-period",
  severity: "error",
  explain: explanation({
    what: "The period of an incremental model is not a date, or may be null.",
    why: "Each run replaces all periods of its window. A row without a period belongs to none: it is never replaced and comes again with each run. A period of another type than `date` has no days to count the window by.",
    mend: "Make the period a `t.date()` that is not null, for example `cast(created_at at time zone 'Africa/Nairobi' as date)`.",
    bad: `columns: { day: t.varchar() }, materialize: incremental({ period: "day", recompute: "30 days" })`,
    good: `columns: { day: t.date() }, materialize: incremental({ period: "day", recompute: "30 days" })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const how = node.declaration.spec.materialize;
      if (typeof how !== "object" || how.kind !== "incremental-by-period") continue;
      const column = node.columns.find((one) => one.name === how.period);
      if (column === undefined) continue;
      const { kind, type, nullable } = column.spec;
      const related = [{ at: column.mark, message: `\`${how.period}\` is declared here` }];
      const at = markAt(node.mark, "materialize");
      if (kind !== "date")
        report({
          at,
          message: `the period \`${how.period}\` of \`${node.name}\` is \`${type.name}\`, not a date`,
          related,
          help: "make it a `t.date()`",
        });
      else if (nullable)
        report({
          at,
          message: `the period \`${how.period}\` of \`${node.name}\` may be null, and such rows belong to no period`,
          related,
          help: "leave `.nullable()` out, and filter such rows",
        });
    }
  },
});
