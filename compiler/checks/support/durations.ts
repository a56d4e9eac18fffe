import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { triggers } from "../../graph/schedules.ts";
import { scheduled } from "./scheduled.ts";

/** A duration as somebody wrote it. */
export interface Written {
  readonly owner: string;
  readonly property: string;
  readonly text: string;
  readonly at: Mark;
}

/** Properties that hold a duration, by kind. */
const PROPERTIES = {
  postgres: ["commitEvery", "retention", "longestOutage"],
  model: ["takes"],
  step: ["takes", "timeout"],
  external: ["freshWithin"],
  dashboard: ["freshWithin", "refresh"],
  report: ["freshWithin"],
  action: ["freshWithin", "timeout"],
  pipeline: ["retryAfter", "taskTimeout", "runTimeout", "deadline"],
} as const;

/** Every duration of the project. */
export function durations(graph: Graph): readonly Written[] {
  return [...ofSpecs(graph), ...ofTables(graph), ...ofTriggers(graph)];
}

function ofSpecs(graph: Graph): readonly Written[] {
  return [...graph.nodes.values()].flatMap((node) => {
    const known: Readonly<Record<string, readonly string[]>> = PROPERTIES;
    const spec: Readonly<Record<string, unknown>> =
      "spec" in node.declaration ? { ...node.declaration.spec } : {};
    return (known[node.kind] ?? []).flatMap((property) => {
      const text = spec[property];
      return text === undefined
        ? []
        : [{ owner: node.name, property, text: String(text), at: markAt(node.mark, property) }];
    });
  });
}

function ofTables(graph: Graph): readonly Written[] {
  return nodesOf(graph, "table").flatMap((node) => {
    const { keepDeleted } = node.declaration.options;
    return keepDeleted === undefined
      ? []
      : [{ owner: node.name, property: "keepDeleted", text: String(keepDeleted), at: node.mark }];
  });
}

function ofTriggers(graph: Graph): readonly Written[] {
  return scheduled(graph).flatMap(({ node, schedule }) =>
    triggers(schedule).flatMap((trigger) =>
      trigger.kind === "cron"
        ? []
        : [
            {
              owner: node.name,
              property: "pollEvery",
              text: String(trigger.pollEvery),
              at: { kind: "site" as const, site: trigger.site },
            },
          ],
    ),
  );
}
