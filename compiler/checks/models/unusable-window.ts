import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const DAYS: Readonly<Record<string, number>> = { days: 1, months: 30, day: 1, month: 30 };
/** Beyond this the window is most of a table: a full build costs less than finding out. */
const MOST_DAYS = 1100;

/** A window of an increment that is empty or has no end. */
export const unusableWindow = check({
  code: "ODP4008",
  slug: "unusable-window",
  severity: "error",
  explain: explanation({
    what: "`recompute` or `overlap` of an incremental model is no whole number of days or months, is zero, or is longer than three years.",
    why: "Rows that arrive late, and rows that change later (an order paid on day 40), are found only inside the window. An empty window would drop them in silence; one of several years computes nearly everything again, for the price of a merge.",
    mend: 'Say how late a row can still change: `"30 days"`, `"3 months"`. For everything, use `materialize: "table"`.',
    bad: `incremental({ period: "day", recompute: "0 days" })`,
    good: `incremental({ period: "day", recompute: "30 days" })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      const how = node.declaration.spec.materialize;
      if (typeof how !== "object") continue;
      const [property, window] =
        how.kind === "incremental-by-period"
          ? (["recompute", how.recompute] as const)
          : (["overlap", how.overlap] as const);
      if (window === undefined && property === "overlap") continue;
      const problem = problemOf(String(window));
      if (problem === undefined) continue;
      report({
        at: markAt(node.mark, "materialize", property),
        message: `\`${property}\` of \`${node.name}\` is \`${String(window)}\`, ${problem}`,
        help: problem.includes("three years")
          ? 'build it whole with `materialize: "table"`'
          : 'write a number of days or months, for example `"30 days"`',
      });
    }
  },
});

function problemOf(window: string): string | undefined {
  const match = /^(\d+) (days?|months?)$/.exec(window);
  if (match === null) return "no number of days or months";
  const days = Number(match[1]) * (DAYS[match[2] ?? ""] ?? 1);
  if (days === 0) return "an empty window";
  return days > MOST_DAYS ? "longer than three years" : undefined;
}
