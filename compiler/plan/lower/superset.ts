import type { Chart } from "../../../dsl/chart.ts";
import type { Filter } from "../../../dsl/dashboard.ts";
import { isColumnRef, type RelationBody } from "../../../dsl/relation.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import { seconds } from "../../graph/config.ts";
import { relationsIn } from "../../graph/edges.ts";
import { charts as chartsOf } from "../../graph/further-sql.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import * as names from "../names.ts";
import type { SupersetChart, SupersetDashboard, SupersetDataset, SupersetPlan } from "../superset.ts";
import { listedBy, ownerOf } from "./dbt-owners.ts";
import { formData } from "./superset-charts.ts";
import { datasetUuid, placeOf, relationKey, supersetDatasets } from "./superset-datasets.ts";
import { nativeFilter, timeRange } from "./superset-filters.ts";
import { layoutOf } from "./superset-layout.ts";
import { type MetricBook, metricBook } from "./superset-metrics.ts";
import { slugOf, uniqueNames } from "./superset-names.ts";
import { queriesOf } from "./superset-query.ts";

/** Dashboards with their charts, and the relations that these read. */
export function lowerSuperset(graph: Graph): SupersetPlan {
  const dashboards = nodesOf(graph, "dashboard");
  if (dashboards.length === 0) return { database: null, datasets: [], charts: [], dashboards: [] };
  const { project, catalog } = graph.config;
  const book = metricBook(graph, relationKey, ({ node, face }) => placeOf(graph, node, face));
  const datasets = supersetDatasets(graph, book);
  const lowered = dashboards.map((node) => lowerDashboard(graph, node, datasets, book));
  return {
    database: {
      uuid: names.superset.uuid(project, "database", "lake"),
      name: names.superset.database(project),
      catalog,
    },
    datasets,
    charts: lowered.flatMap(({ charts }) => charts),
    dashboards: lowered.map(({ dashboard }) => dashboard),
  };
}

interface LoweredDashboard {
  readonly dashboard: SupersetDashboard;
  readonly charts: readonly SupersetChart[];
}

function lowerDashboard(
  graph: Graph,
  node: GraphNode<"dashboard">,
  datasets: readonly SupersetDataset[],
  book: MetricBook,
): LoweredDashboard {
  const { spec } = node.declaration;
  const { project } = graph.config;
  const oldest = names.oldestName(node.name, spec.movedFrom);
  const datasetOf = (chart: Chart): SupersetDataset => {
    const uuid = datasetUuid(graph, relationOf(chart));
    const found = datasets.find((one) => one.uuid === uuid);
    if (found === undefined) throw new Error(`the chart "${chart.spec.title}" has no dataset`);
    return found;
  };
  const charts = placedCharts(graph, node, oldest, datasetOf, book);
  const numbers = chartNumbers(charts);
  const excluded = (filter: Filter) =>
    [...charts.keys()]
      .filter((chart) => !worksOn(filter, node, datasetOf(chart)))
      .map((chart) => numbers.get(chart) ?? 0);
  const uuidOf = (relation: RelationBody) => datasetUuid(graph, relation);
  const owner = spec.owner ?? listedBy(graph, node.id).flatMap((id) => ownerOf(graph, id) ?? [])[0];
  return {
    charts: [...charts.values()],
    dashboard: {
      uuid: names.superset.uuid(project, "dashboard", oldest),
      id: node.id,
      name: node.name,
      file: node.file,
      slug: names.superset.slug(project, oldest),
      title: spec.title,
      description: node.description ?? null,
      owner: owner ?? null,
      layout: layoutOf(spec, charts, numbers),
      filters: (spec.filters ?? []).map((filter) => nativeFilter(filter, { uuidOf, excluded })),
      crossFilter: spec.crossFilter ?? true,
      refreshSeconds: spec.refresh === undefined ? 0 : Math.round(seconds(spec.refresh)),
      roles: [...(spec.access ?? [])].sort(),
    },
  };
}

/** Charts are known by their titles: one that moves inside its dashboard stays the same. */
function placedCharts(
  graph: Graph,
  node: GraphNode<"dashboard">,
  oldest: string,
  datasetOf: (chart: Chart) => SupersetDataset,
  book: MetricBook,
): ReadonlyMap<Chart, SupersetChart> {
  const [uniqueSlug, uniqueTitle] = [uniqueNames(), uniqueNames()];
  const placed = new Map<Chart, SupersetChart>();
  for (const chart of chartsOf(node.declaration)) {
    const { title, description, cacheSeconds } = chart.spec;
    const dataset = datasetOf(chart);
    const time = timeFilter(node, dataset);
    const form = formData(chart, {
      nameOf: book.nameOf,
      timeColumn: time === undefined ? null : columnName(time),
      timeRange: timeRange(String(time?.default ?? "all")),
    });
    placed.set(chart, {
      uuid: names.superset.uuid(graph.config.project, "chart", `${oldest}/${uniqueTitle(title)}`),
      id: node.id,
      file: node.file,
      slug: uniqueSlug(slugOf(title)),
      title,
      description: description ?? null,
      dataset: dataset.uuid,
      type: String(form.viz_type),
      formData: form,
      queries: queriesOf(form),
      cacheSeconds: cacheSeconds ?? null,
    });
  }
  return placed;
}

/** The dashboard's filter of time for a relation: the first one whose column it has. */
function timeFilter(node: GraphNode<"dashboard">, dataset: SupersetDataset): Filter | undefined {
  return (node.declaration.spec.filters ?? []).find(
    (filter) => filter.type === "time" && hasColumn(dataset, filter),
  );
}

/** A filter of time says nothing of its column to Superset, so each chart obeys one of them only. */
function worksOn(filter: Filter, node: GraphNode<"dashboard">, dataset: SupersetDataset): boolean {
  return filter.type === "time" ? timeFilter(node, dataset) === filter : hasColumn(dataset, filter);
}

function hasColumn({ columns }: SupersetDataset, filter: Filter): boolean {
  return columns.some(({ name }) => name === columnName(filter));
}

function columnName({ column }: Filter): string {
  return isColumnRef(column) ? column[COLUMN].name : "";
}

function relationOf(chart: Chart): RelationBody {
  const [first] = relationsIn(chart.spec);
  if (first === undefined) throw new Error(`the chart "${chart.spec.title}" reads no relation`);
  return first;
}

/** A number of each chart that others do not change: it is in the layout and in the scopes of filters. */
function chartNumbers(charts: ReadonlyMap<Chart, SupersetChart>): ReadonlyMap<Chart, number> {
  const taken = new Set<number>();
  const numbers = new Map<Chart, number>();
  for (const [chart, { uuid }] of charts) {
    let number = Number.parseInt(uuid.slice(0, 6), 16);
    while (taken.has(number)) number += 1;
    taken.add(number);
    numbers.set(chart, number);
  }
  return numbers;
}
