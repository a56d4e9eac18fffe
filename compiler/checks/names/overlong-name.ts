import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { finalNames, systemOf } from "../support/final-names.ts";

/** A name that is too long for the system that will know it. */
export const overlongName = check({
  code: "ODP3001",
  slug: "overlong-name",
  severity: "error",
  explain: explanation({
    what: "A name that odp makes of a declaration's name is longer than the system takes for which it is made.",
    why: "PostgreSQL cuts names at 63 bytes without an error, so two slots could become one; Kafka takes 249 characters in a topic, Airflow 250 in an id, Kubernetes 63 in a label. The project's name and a fixed part come before or behind the declared name.",
    mend: "Shorten the name of the declaration or of the project.",
    bad: `postgres("the_central_order_management_database_of_the_european_branch", { ... })`,
    good: `postgres("orders_europe", { ... })`,
  }),
  run: (graph, report) => {
    const seen = new Set<string>();
    for (const final of finalNames(graph)) {
      const { what, limit, source } = systemOf(final);
      if (final.name.length <= limit || seen.has(final.of)) continue;
      // One long name breaks several limits; the first is enough to mend it.
      seen.add(final.of);
      report({
        at: final.at,
        message: `${final.of} becomes ${what} of ${final.name.length} characters, \`${final.name}\`, but ${source}`,
        help: `shorten the name by ${final.name.length - limit} characters`,
      });
    }
  },
});
