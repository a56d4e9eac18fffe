import type { Mark } from "../../diagnostics/mark.ts";
import { charts } from "../../graph/further-sql.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Two things that people cannot tell apart. */
export const repeatedTitle = check({
  code: "ODP5011",
  slug: "repeated-title",
  severity: "warning",
  explain: explanation({
    what: "Two charts of one dashboard, two dashboards, or two reports have the same title.",
    why: "People find them by their title: in Superset's lists, in the subject of a mail, in a message that says which chart is late. Ids in Superset follow from dashboard and title, so two charts of one title would swap theirs when their order changes.",
    mend: "Say in the title what is different.",
    bad: `chart.line({ title: "Revenue", ... }), chart.bar({ title: "Revenue", ... })`,
    good: `chart.line({ title: "Revenue by day", ... }), chart.bar({ title: "Revenue by country", ... })`,
  }),
  run: (graph, report) => {
    for (const { room, titles } of rooms(graph)) {
      const first = new Map<string, Mark>();
      for (const { title, at } of titles) {
        const key = title.trim().toLowerCase();
        const other = first.get(key);
        if (other === undefined) first.set(key, at);
        else
          report({
            at,
            message: `two ${room} have the title "${title}"`,
            related: [{ at: other, message: "the first one" }],
            help: "say in the title what is different",
          });
      }
    }
  },
});

interface Room {
  readonly room: string;
  readonly titles: readonly { readonly title: string; readonly at: Mark }[];
}

function rooms(graph: Graph): readonly Room[] {
  const titled = (kind: "dashboard" | "report"): Room => ({
    room: `${kind}s`,
    titles: nodesOf(graph, kind).map((node) => ({
      title: node.declaration.spec.title ?? "",
      at: markAt(node.mark, "title"),
    })),
  });
  const inDashboards = nodesOf(graph, "dashboard").map(
    (node): Room => ({
      room: `charts of \`${node.name}\``,
      titles: charts(node.declaration).map((chart) => ({
        title: chart.spec.title ?? "",
        at: { kind: "site", site: chart.site, path: ["title"] },
      })),
    }),
  );
  return [titled("dashboard"), titled("report"), ...inDashboards];
}
