import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { isZone, zoneNames } from "../../graph/zone.ts";
import { suggest } from "../../text/suggest.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { cronTriggers } from "../support/scheduled.ts";

/** A time zone that there is not. */
export const unknownZone = check({
  code: "ODP6003",
  slug: "unknown-zone",
  severity: "error",
  explain: explanation({
    what: "A time zone is missing or is no name of the IANA list.",
    why: "Airflow finds a wrong zone only when it serialises the DAG, after the import has passed (seen on 3.3.2), and Trino fails when the model runs. Offsets (`+03:00`) and abbreviations do not know summer time.",
    mend: "Use a name such as `Africa/Nairobi`, in the list's own capitals, or `UTC`.",
    bad: `daily("06:00", { zone: "Africa/Nirobi" })`,
    good: `daily("06:00", { zone: "Africa/Nairobi" })`,
  }),
  run: (graph, report) => {
    for (const { owner, zone, at } of zones(graph)) {
      if (typeof zone === "string" && isZone(zone)) continue;
      const text = String(zone ?? "");
      const meant = text === "" ? undefined : suggest(text, zoneNames());
      report({
        at,
        message:
          text === ""
            ? `the schedule of \`${owner}\` has no time zone`
            : `\`${owner}\` names the time zone \`${text}\`, which is not in the IANA list`,
        help:
          meant === undefined
            ? "use a name such as `Africa/Nairobi`, or `UTC`"
            : `did you mean \`${meant}\`?`,
      });
    }
  },
});

function zones(
  graph: Graph,
): readonly { readonly owner: string; readonly zone: unknown; readonly at: Mark }[] {
  return [
    {
      owner: "maintenance",
      zone: graph.config.maintenance.zone,
      at: markAt(graph.config.mark, "maintenance", "zone"),
    },
    ...cronTriggers(graph).map(({ node, trigger }) => ({
      owner: node.name,
      zone: trigger.zone,
      at: { kind: "site" as const, site: trigger.site },
    })),
    ...nodesOf(graph, "model").flatMap((node) => {
      const how = node.declaration.spec.materialize;
      return typeof how === "object" && how.kind === "incremental-by-period"
        ? [{ owner: node.name, zone: how.zone, at: markAt(node.mark, "materialize", "zone") }]
        : [];
    }),
  ];
}
