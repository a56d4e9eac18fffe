import type { Run } from "../../../dsl/step.ts";
import type { Secret } from "../../../dsl/values.ts";
import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { rawEntries } from "./raw-keys.ts";

/** A text of the user's that lands in a committed file, with the key that it stands under. */
export interface PlainText {
  readonly owner: string;
  readonly key: string;
  readonly value: string;
  readonly at: Mark;
}

type Values = Readonly<Record<string, string | number | boolean | Secret>> | undefined;

/** Every text that a user can write into another system's settings. */
export function plainTexts(graph: Graph): readonly PlainText[] {
  const { trinoCatalog, topicConfig, mark } = graph.config;
  return [
    ...rawEntries(trinoCatalog).map(([key, value]) => ({
      owner: "`trinoCatalog`",
      key,
      value,
      at: markAt(mark, "trinoCatalog", key),
    })),
    ...rawEntries(topicConfig).map(([key, value]) => ({
      owner: "`kafka.topic`",
      key,
      value,
      at: markAt(mark, "kafka", "topic", key),
    })),
    ...nodesOf(graph, "postgres").flatMap((node) =>
      (["source", "sink"] as const).flatMap((role) =>
        rawEntries(node.declaration.spec.connect?.[role] ?? {}).map(([key, value]) => ({
          owner: `the ${role} connector of \`${node.name}\``,
          key,
          value,
          at: markAt(node.mark, "connect", role, key),
        })),
      ),
    ),
    ...nodesOf(graph, "action").flatMap((node) =>
      named(node.declaration.spec.params, `the action \`${node.name}\``, markAt(node.mark, "params")),
    ),
    ...nodesOf(graph, "model").flatMap((node) =>
      rawEntries(node.declaration.spec.dbt ?? {}).map(([key, value]) => ({
        owner: `\`${node.name}\``,
        key,
        value,
        at: markAt(node.mark, "dbt", key),
      })),
    ),
    ...stepTexts(graph),
  ];
}

function stepTexts(graph: Graph): readonly PlainText[] {
  return nodesOf(graph, "step").flatMap((node) => {
    const { run, airflow } = node.declaration.spec;
    const owner = `the step \`${node.name}\``;
    const raw = rawEntries(airflow ?? {}).map(([key, value]) => ({
      owner,
      key,
      value,
      at: markAt(node.mark, "airflow", key),
    }));
    return [...raw, ...runTexts(run, owner, markAt(node.mark, "run"))];
  });
}

function runTexts(run: Run, owner: string, at: Mark): readonly PlainText[] {
  const text = (value: string): PlainText => ({ owner, key: "", value, at });
  switch (run.kind) {
    case "shell":
      return [text(run.command), ...named(run.env, owner, at)];
    case "python":
      return named(run.env, owner, at);
    case "container":
      return [...run.command.map(text), ...named(run.env, owner, at)];
    case "http":
      return [text(run.path), text(run.body ?? ""), ...named(run.headers, owner, at)];
    case "trino":
      return [];
  }
}

function named(values: Values, owner: string, at: Mark): readonly PlainText[] {
  return Object.entries(values ?? {}).flatMap(([key, value]) =>
    typeof value === "string" ? [{ owner, key, value, at: markAt(at, key) }] : [],
  );
}
