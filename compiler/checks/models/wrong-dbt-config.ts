import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { DBT_CONFIG_VALUES, DBT_CONFIGS, OWN_DBT_CONFIGS } from "../support/dbt-configs.ts";
import { nearest } from "../support/nearest.ts";
import { rawEntries, reasonFor } from "../support/raw-keys.ts";
import { quoted } from "../support/words.ts";

/** A raw dbt setting that dbt would ignore. */
export const wrongDbtConfig = check({
  code: "ODP4030",
  slug: "wrong-dbt-config",
  severity: "error",
  explain: explanation({
    what: "A raw dbt setting of a model is unknown, has a value that means nothing, or is one that odp writes itself.",
    why: "dbt takes any unknown setting without a word, among them each misspelling of dbt-trino's own (`view_enabled`), and unknown values of `on_table_exists` are never found at all (39 planted mistakes on dbt-core 1.12 with dbt-trino 1.11).",
    mend: 'Correct it, or use the word of the language. A setting that is right although the list does not hold it is given with its reason: `{ value: .., reason: ".." }`.',
    bad: `dbt: { view_enabled: false }`,
    good: `dbt: { views_enabled: false }`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const raw = node.declaration.spec.dbt ?? {};
      for (const [key, value] of rawEntries(raw)) {
        const at = markAt(node.mark, "dbt", key);
        const own = OWN_DBT_CONFIGS[key];
        const values = DBT_CONFIG_VALUES[key];
        if (own !== undefined)
          report({
            at,
            message: `\`${node.name}\` sets the dbt setting \`${key}\`, which odp writes itself`,
            help: `say it with ${own}`,
          });
        else if (values !== undefined && !values.includes(value))
          report({
            at,
            message: `\`${node.name}\` sets \`${key}\` to \`${value}\`, which means nothing to dbt`,
            help: `it takes ${quoted(values)}`,
          });
        else if (!DBT_CONFIGS.includes(key) && reasonFor(raw, key) === undefined)
          report({
            at,
            message: `\`${node.name}\` has the dbt setting \`${key}\`, which dbt would ignore`,
            help: nearest(key, DBT_CONFIGS, "settings") ?? 'give it as `{ value: .., reason: ".." }`',
          });
      }
    }
  },
});
