import { metricsIn } from "../../graph/further-sql.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { placedCharts } from "../support/charts.ts";

/** A percentile that is none. */
export const impossiblePercentile = check({
  code: "ODP5014",
  slug: "impossible-percentile",
  severity: "error",
  explain: explanation({
    what: "The fraction of `metric.percentile` does not lie between 0 and 1.",
    why: "Trino refuses it when somebody opens the dashboard: `percentile must be between 0 and 1`.",
    mend: "Write the 95th percentile as `0.95`.",
    bad: "metric.percentile(requests.seconds, 95)",
    good: "metric.percentile(requests.seconds, 0.95)",
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph))
      for (const metric of metricsIn(chart.spec)) {
        for (const fraction of fractions(metric.of)) {
          if (fraction >= 0 && fraction <= 1) continue;
          report({
            at: { kind: "site", site: chart.site },
            message: `the chart "${chart.spec.title}" asks for the percentile ${fraction}, which does not lie between 0 and 1`,
            ...(fraction > 1 && fraction <= 100 ? { help: `write it as \`${fraction / 100}\`` } : {}),
          });
        }
      }
  },
});

function fractions(of: ReturnType<typeof metricsIn>[number]["of"]): readonly number[] {
  if (of.function === "ratio") return [...fractions(of.top.of), ...fractions(of.bottom.of)];
  return of.function === "percentile" ? [of.fraction] : [];
}
