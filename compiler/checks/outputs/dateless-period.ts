import { nodesOf } from "../../graph/graph.ts";
import { triggers } from "../../graph/schedules.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** The period of a report that new data starts. */
export const datelessPeriod = check({
  code: "ODP5012",
  slug: "dateless-period",
  severity: "error",
  explain: explanation({
    what: "A report asks for its period, but new data starts it, so that its runs have no date.",
    why: "The period of a report is that of its scheduled time. A run that an asset started has no logical date (`UndefinedError: 'ds' is undefined`, Airflow 3.3.2).",
    mend: "Send the report at set times, or leave the period out of its query.",
    bad: `report("mail", { sql: sql\`.. where day >= \${period.start}\`, schedule: onNewData() })`,
    good: `report("mail", { ..., schedule: daily("06:00", { zone: "UTC" }) })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "report")) {
      const watch = triggers(node.declaration.spec.schedule).find((trigger) => trigger.kind === "new-data");
      if (watch === undefined || !(node.sql?.pieces ?? []).some((piece) => piece.kind === "period")) continue;
      report({
        at: { kind: "site", site: watch.site },
        message: `the report \`${node.name}\` asks for its period, but a run that new data starts has none`,
        help: 'send it at set times, for example `daily("06:00", { zone: "UTC" })`',
      });
    }
  },
});
