import { formDataKeys } from "../../facts/superset-charts.ts";
import { suggest } from "../../text/suggest.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { chartTypeOf } from "../support/chart-types.ts";
import { placedCharts } from "../support/charts.ts";
import { reasonFor } from "../support/raw-keys.ts";

/** Raw form data that Superset would not read. */
export const wrongFormDataKey = check({
  code: "ODP5036",
  slug: "wrong-form-data-key",
  severity: "error",
  explain: explanation({
    what: "The raw form data of a chart has a key that this type of chart does not know.",
    why: "Superset keeps what it does not know and does nothing with it, so a misspelt key looks like one that works.",
    mend: 'Correct the key, or give a reason: `{ value: .., reason: ".." }`.',
    bad: "superset: { showLegend: true }",
    good: "superset: { show_legend: true }",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph)) {
      const raw = chart.spec.superset ?? {};
      const known = formDataKeys(chartTypeOf(chart));
      if (known === undefined) continue;
      for (const key of Object.keys(raw)) {
        if (known.has(key) || reasonFor(raw, key) !== undefined) continue;
        const meant = suggest(key, [...known]);
        report({
          at: { kind: "site", site: chart.site, path: ["superset", key] },
          message: `the chart "${chart.spec.title}" has the form data \`${key}\`, which charts of the type \`${chartTypeOf(chart)}\` do not know`,
          help:
            meant === undefined
              ? 'leave it out, or give it as `{ value: .., reason: ".." }`'
              : `did you mean \`${meant}\`?`,
        });
      }
    }
  },
});
