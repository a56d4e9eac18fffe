import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { formerNames } from "../../plan/names.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

const NAME = /^[a-z][a-z0-9_]*$/;

/** A name with characters that some system refuses. */
export const malformedName = check({
  code: "ODP3002",
  slug: "malformed-name",
  severity: "error",
  explain: explanation({
    what: "The name of a declaration or of the project has other characters than lower-case letters, digits and `_`, or does not begin with a letter.",
    why: "One name travels through PostgreSQL, Kafka, Airflow, dbt, Trino and Superset. Airflow accepts dots and letters of any script in an id, slots of PostgreSQL take only `a-z`, `0-9` and `_`, Trino folds capitals: only this set means the same everywhere.",
    mend: "Use lower-case letters, digits and `_`. What people read stands in `title` and `description`.",
    bad: `mart("Daily-Revenue", { ... })`,
    good: `mart("daily_revenue", { ... })`,
  }),
  run: (graph, report) => {
    for (const { what, name, at } of given(graph)) {
      if (NAME.test(name)) continue;
      const mended = proposal(name);
      report({
        at,
        message: `the name of ${what} is \`${name}\`; only lower-case letters, digits and \`_\` mean the same everywhere`,
        help: mended === undefined ? "begin with a letter" : `call it \`${mended}\``,
      });
    }
  },
});

interface Given {
  readonly what: string;
  readonly name: string;
  readonly at: Mark;
}

function given(graph: Graph): readonly Given[] {
  const { config } = graph;
  return [
    { what: "the project", name: config.project, at: config.mark },
    { what: "the catalog", name: config.catalog, at: markAt(config.mark, "catalog") },
    ...[...graph.nodes.values()].flatMap((node) => [...ofNode(node), ...earlier(node)]),
    ...nodesOf(graph, "postgres").map((node) => ({
      what: `the secret of \`${node.name}\``,
      name: String(node.declaration.spec.connection?.name ?? ""),
      at: node.mark,
    })),
  ];
}

function ofNode(node: GraphNode): readonly Given[] {
  const { declaration } = node;
  if (declaration.kind === "external") return [];
  if (declaration.kind !== "table")
    return [
      { what: `the ${node.kind === "postgres" ? "source" : node.kind}`, name: node.name, at: node.mark },
    ];
  return [
    { what: "the captured table", name: declaration.table, at: node.mark },
    { what: `the schema of \`${node.name}\``, name: declaration.schema, at: node.mark },
  ];
}

/** The name before a rename is part of ids and of file names too. */
function earlier(node: GraphNode): readonly Given[] {
  const { declaration } = node;
  const options = declaration.kind === "table" ? declaration.options : declaration.spec;
  const moved = "movedFrom" in options ? options.movedFrom : undefined;
  return formerNames(moved).map((name) => ({
    what: `\`${node.name}\` before it was renamed`,
    name,
    at: markAt(node.mark, "movedFrom"),
  }));
}

function proposal(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return NAME.test(words) ? words : undefined;
}
