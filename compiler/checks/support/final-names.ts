import type { Mark } from "../../diagnostics/mark.ts";
import { downstreamOf, type Graph, type GraphNode, isKind } from "../../graph/graph.ts";
import { ownSchema } from "../../graph/lake.ts";
import * as names from "../../plan/names.ts";

/** A name that a system will know, and the declaration that it comes from. */
export interface FinalName {
  readonly system: keyof typeof SYSTEMS;
  readonly name: string;
  /** The declaration, for people: `the source \`shop\``. */
  readonly of: string;
  readonly at: Mark;
}

interface System {
  /** With its article: "a Kafka topic". */
  readonly what: string;
  /** Characters at most, and who says so. */
  readonly limit: number;
  readonly source: string;
  /** What the system holds to be the same name. */
  readonly fold?: (name: string) => string;
}

/** Systems that share one room of names each, with the longest name that they take. */
export const SYSTEMS = {
  slot: { what: "a replication slot of PostgreSQL", limit: 63, source: "PostgreSQL cuts names at 63 bytes" },
  postgres: { what: "a table of PostgreSQL", limit: 63, source: "PostgreSQL cuts names at 63 bytes" },
  topic: {
    what: "a Kafka topic",
    limit: 249,
    source: "Kafka takes 249 characters",
    // Kafka warns of topics that differ only in `.` and `_`: their metrics have one name.
    fold: (name: string) => name.replaceAll(".", "_"),
  },
  connector: {
    what: "a connector of Kafka Connect",
    limit: 63,
    source: "Kubernetes takes 63 characters in a DNS label",
  },
  schema: {
    what: "a schema of the lake",
    limit: 128,
    source: "the catalog's tables in PostgreSQL and Trino's own limit",
  },
  dbt: { what: "a dbt model", limit: 128, source: "the table of the same name in the lake takes 128" },
  exposure: { what: "a dbt exposure", limit: 128, source: "dbt prints it as a file and column name" },
  selector: {
    what: "a dbt selector",
    limit: 250,
    source: "it is part of task ids, and Airflow takes 250 characters",
  },
  dag: { what: "an Airflow DAG", limit: 250, source: "Airflow takes 250 characters" },
  action: { what: "an OpenWhisk action", limit: 256, source: "OpenWhisk takes 256 characters" },
} as const satisfies Readonly<Record<string, System>>;

/** The system behind a name. */
export function systemOf(name: FinalName): System {
  return SYSTEMS[name.system];
}

/** Every name that another system will know, in the order of the graph. */
export function finalNames(graph: Graph): readonly FinalName[] {
  return [...fixedNames(graph), ...[...graph.nodes.values()].flatMap((node) => namesOf(graph, node))];
}

function fixedNames(graph: Graph): readonly FinalName[] {
  const { project, mark } = graph.config;
  const dags = [names.dag.backfill, names.dag.maintenance, names.dag.provision, names.dag.connectHealth];
  return [
    ...dags.map((dag): FinalName => ({ system: "dag", name: dag(project), of: "odp itself", at: mark })),
    ...Object.entries(names.layerSchema).map(
      ([layer, name]): FinalName => ({ system: "schema", name, of: `the layer \`${layer}\``, at: mark }),
    ),
  ];
}

function namesOf(graph: Graph, node: GraphNode): readonly FinalName[] {
  const { project } = graph.config;
  const { declaration } = node;
  const named = (system: FinalName["system"], ...all: readonly string[]): readonly FinalName[] =>
    all.map((name) => ({
      system,
      name,
      of: `the ${node.kind === "postgres" ? "source" : node.kind} \`${node.name}\``,
      at: node.mark,
    }));
  switch (declaration.kind) {
    case "postgres": {
      const { oldest, epoch } = sourceOf(graph, node.name);
      return [
        ...named("slot", names.slot(project, oldest, epoch)),
        ...named(
          "connector",
          names.sourceConnector(project, oldest, epoch),
          names.sinkConnector(project, oldest),
        ),
        ...named("topic", names.controlTopic(project, oldest)),
        ...named(
          "schema",
          names.currentSchema(node.name),
          names.bronzeSchema(oldest),
          names.baseSchema(oldest),
        ),
        ...named("dag", names.dag.source(project, oldest)),
        ...named("selector", names.selector.source(node.name)),
      ];
    }
    case "table": {
      const source = sourceOf(graph, declaration.source);
      const table = names.tableName(declaration.schema, declaration.table, source.schema);
      return [
        ...named("postgres", declaration.table),
        ...named(
          "topic",
          names.topic(
            names.topicPrefix(project, source.oldest, source.epoch),
            declaration.schema,
            names.oldestName(declaration.table, declaration.options.movedFrom),
          ),
        ),
        ...named(
          "dbt",
          names.baseModel(declaration.source, table),
          names.currentModel(declaration.source, table),
        ),
        ...(isRead(graph, node, "history")
          ? named("dbt", names.historyModel(declaration.source, table))
          : []),
        ...(isRead(graph, node, "changes")
          ? named("dbt", names.changesModel(declaration.source, table))
          : []),
      ];
    }
    case "model":
      return [...named("dbt", node.name), ...named("selector", names.selector.backfill(node.name))];
    case "seed":
      return named("dbt", node.name);
    case "pipeline":
      return [
        ...named(
          "dag",
          names.dag.transform(project, names.oldestName(node.name, declaration.spec.movedFrom)),
        ),
        ...named("selector", node.name),
      ];
    case "report":
      return [
        ...named("dag", names.dag.report(project, names.oldestName(node.name, declaration.spec.movedFrom))),
        ...named("exposure", node.name),
      ];
    case "dashboard":
      return named("exposure", node.name);
    case "action":
      return [
        ...named("dag", names.dag.action(project, names.oldestName(node.name, declaration.spec.movedFrom))),
        ...named("exposure", node.name),
        ...named("action", `${project}_${node.name}`),
      ];
    default:
      return [];
  }
}

/** Whether something reads a captured table through a face. */
export function isRead(graph: Graph, node: Pick<GraphNode, "id">, face: "history" | "changes"): boolean {
  return downstreamOf(graph, node.id).some((edge) => edge.face === face);
}

/** What the names of a table take from its source. */
export function sourceOf(
  graph: Graph,
  name: string,
): { readonly oldest: string; readonly schema: string; readonly epoch: number } {
  const source = graph.nodes.get(`postgres:${name}`);
  return source === undefined || !isKind(source, "postgres")
    ? { oldest: name, schema: "public", epoch: 1 }
    : {
        oldest: names.oldestName(name, source.declaration.spec.movedFrom),
        schema: ownSchema(source.declaration),
        epoch: source.declaration.spec.epoch ?? 1,
      };
}
