import { isColumnRef } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { charts } from "../../graph/further-sql.ts";
import { type Graph, type GraphNode, type NodeId, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { isMetric, metricColumns, slotValues } from "../support/charts.ts";
import { ofQuery, type Personal, type PersonalColumns, personalColumns } from "../support/personal-data.ts";
import { relationNode } from "../support/relations.ts";

type Known = ReadonlyMap<NodeId, PersonalColumns>;
type Shown = { readonly name: string; readonly personal: Personal; readonly at: Mark };

/** Personal data in an output that does not say that it may be there. */
export const exposedPersonalData = check({
  code: "ODP5009",
  slug: "exposed-personal-data",
  severity: "error",
  explain: explanation({
    what: 'A column that is declared as personal data, `.pii("email")`, reaches a dashboard, a report or an action without consent.',
    why: "A dashboard is seen by everybody who may open it, a mail is forwarded. Whoever adds a column to a query three models away does not see that. The rule by which columns are followed: a column is personal if it says so; or if a query passes a personal column on as it is, under its own or another name (`c.email`, `c.email as contact`, `*`), also through common table expressions. Expressions (`count(c.email)`, `sha256(..)`) end the trail, since nobody can know from names whether they still show the value: give their column `.pii(..)` where they do. Counts of a column in a metric show nothing; its smallest and greatest value do. An action may read every column of what it reads.",
    mend: 'Leave the column out, or hash it; or say who decided that it may be shown: `personalData: { allow: ["email"], reason: ".." }`.',
    bad: `report("mail", { sql: sql\`select c.email from \${shop.customers} as c\`, ... })`,
    good: `report("mail", { personalData: { allow: ["email"], reason: "support answers these customers" }, ... })`,
  }),
  run: (graph, report) => {
    const known = personalColumns(graph);
    for (const node of [
      ...nodesOf(graph, "dashboard"),
      ...nodesOf(graph, "report"),
      ...nodesOf(graph, "action"),
    ]) {
      const allowed = new Set(node.declaration.spec.personalData?.allow ?? []);
      const told = new Set<string>();
      for (const { name, personal, at } of shownBy(graph, node.id, known)) {
        if (allowed.has(personal.kind) || told.has(name)) continue;
        told.add(name);
        const way = personal.origin.endsWith(`.${name}`) ? "" : `, which is \`${personal.origin}\``;
        report({
          at,
          message: `the ${node.kind} \`${node.name}\` shows \`${name}\`${way}: personal data (${personal.kind}) without consent`,
          related: [{ at: personal.at, message: `\`${personal.origin}\` is declared as personal data here` }],
          help: `leave it out, or say why it may be shown: \`personalData: { allow: ["${personal.kind}"], reason: ".." }\``,
        });
      }
    }
  },
});

function shownBy(graph: Graph, id: NodeId, known: Known): readonly Shown[] {
  const node = graph.nodes.get(id);
  if (node?.declaration.kind === "dashboard") return shownByDashboard(graph, node.declaration, known);
  if (node?.sql !== undefined) {
    const { mark } = node;
    return [...ofQuery(node.sql, known)].map(([name, personal]) => ({ name, personal, at: mark }));
  }
  return upstreamOf(graph, id).flatMap((edge) =>
    edge.why === "reads"
      ? [...(known.get(edge.from) ?? [])].map(([name, personal]) => ({ name, personal, at: edge.at }))
      : [],
  );
}

function shownByDashboard(
  graph: Graph,
  declaration: GraphNode<"dashboard">["declaration"],
  known: Known,
): readonly Shown[] {
  const inCharts = charts(declaration).flatMap((chart) =>
    slotValues(chart).flatMap(({ value, path }) =>
      shownColumns(value).flatMap((column) =>
        personalOf(graph, column, known, { kind: "site", site: chart.site, path }),
      ),
    ),
  );
  const inFilters = (declaration.spec.filters ?? []).flatMap((filter) =>
    personalOf(graph, filter.column, known, { kind: "site", site: filter.site }),
  );
  return [...inCharts, ...inFilters];
}

/** The columns whose values a place of a chart shows. */
function shownColumns(value: unknown): readonly unknown[] {
  if (!isMetric(value)) return [value];
  return metricColumns(value).flatMap((one) =>
    one.function === "min" || one.function === "max" ? [one.column] : [],
  );
}

function personalOf(graph: Graph, column: unknown, known: Known, at: Mark): readonly Shown[] {
  if (!isColumnRef(column)) return [];
  const { relation, name } = column[COLUMN];
  const node = relationNode(graph, relation);
  const personal = node === undefined ? undefined : known.get(node.id)?.get(name);
  return personal === undefined ? [] : [{ name, personal, at }];
}
