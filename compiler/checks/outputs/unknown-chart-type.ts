import { SUPERSET_CHART_TYPES } from "../../facts/superset-charts.ts";
import { suggest } from "../../text/suggest.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { placedCharts } from "../support/charts.ts";
import { reasonFor } from "../support/raw-keys.ts";

/** A raw chart of a type that Superset does not draw. */
export const unknownChartType = check({
  code: "ODP5037",
  slug: "unknown-chart-type",
  severity: "error",
  explain: explanation({
    what: "A raw chart has a type that Superset 6.1 does not know.",
    why: "Superset takes the chart, and shows an error in its place to whoever opens the dashboard.",
    mend: "Correct the type; one of a plugin of your own is given as raw form data with a reason: `superset: { viz_type: { value, reason } }`.",
    bad: `chart.raw({ type: "worldmap", ... })`,
    good: `chart.raw({ type: "world_map", ... })`,
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph)) {
      const { type, superset = {} } = chart.spec;
      if (chart.type !== "raw" || typeof type !== "string" || SUPERSET_CHART_TYPES.has(type)) continue;
      if (reasonFor(superset, "viz_type") !== undefined) continue;
      const meant = suggest(type, [...SUPERSET_CHART_TYPES]);
      report({
        at: { kind: "site", site: chart.site, path: ["type"] },
        message: `the chart "${chart.spec.title}" is of the type \`${type}\`, which Superset does not know`,
        help:
          meant === undefined
            ? 'give the type of a plugin as `superset: { viz_type: { value: "..", reason: ".." } }`'
            : `did you mean \`${meant}\`?`,
      });
    }
  },
});
