import { metricsIn } from "../../graph/further-sql.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { placedCharts } from "../support/charts.ts";

/** The format language of d3, version 3. Source: d3-format, `formatSpecifier`. */
const D3 = /^(?:(?:.)?[<>=^])?[+\-( ]?[$#]?0?\d*,?(?:\.\d+)?~?[bcdeEfgGnoprsxX%]?$/iu;
const NAMED: ReadonlySet<string> = new Set([
  "percent",
  "bytes",
  "duration",
  "SMART_NUMBER",
  "SMART_NUMBER_SIGNED",
  "DURATION",
  "DURATION_SUB",
  "MEMORY_DECIMAL",
  "MEMORY_BINARY",
]);
const CURRENCY = /^[A-Z]{3}$/u;

/** A number format that nothing can be shown in. */
export const malformedFormat = check({
  code: "ODP5030",
  slug: "malformed-format",
  severity: "error",
  explain: explanation({
    what: "The format of a metric is not of d3's format language, or its currency is no code of three letters.",
    why: "Superset takes it and shows the number with `(Invalid format: ..)` behind it, to everybody who opens the dashboard.",
    mend: 'Write a format such as `",.2f"` (thousands separated, two places), `".1%"`, or a word: `"percent"`, `"bytes"`, `"duration"`. Currencies are codes such as `"EUR"`.',
    bad: `metric.sum(orders.total, { format: "#,##0.00" })`,
    good: `metric.sum(orders.total, { format: ",.2f" })`,
  }),
  run: (graph, report) => {
    for (const { chart } of placedCharts(graph))
      for (const { format, currency } of metricsIn(chart.spec)) {
        const at = { kind: "site", site: chart.site } as const;
        const title = `the chart "${chart.spec.title}"`;
        if (format !== undefined && (format === "" || !(NAMED.has(format) || D3.test(format))))
          report({
            at,
            message: `${title} has a metric in the format \`${format}\`, which is none`,
            help: 'write it as d3 does: `",.2f"`, `".1%"`',
          });
        if (currency !== undefined && !CURRENCY.test(currency))
          report({
            at,
            message: `${title} has a metric in the currency \`${currency}\`, which is no code of a currency`,
            help: 'use three capital letters: `"EUR"`',
          });
      }
  },
});
