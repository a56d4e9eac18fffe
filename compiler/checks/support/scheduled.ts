import type { CronSchedule, Schedule } from "../../../dsl/schedule.ts";
import { type Graph, type GraphNode, nodesOf } from "../../graph/graph.ts";
import { triggers } from "../../graph/schedules.ts";

/** A declaration that runs at set times. */
export interface Scheduled {
  readonly node: Pick<GraphNode, "kind" | "name" | "mark">;
  readonly schedule: Schedule | undefined;
}

/** Everything with a schedule, in the order of the graph. */
export function scheduled(graph: Graph): readonly Scheduled[] {
  return [...nodesOf(graph, "pipeline"), ...nodesOf(graph, "report"), ...nodesOf(graph, "action")].map(
    (node) => ({
      node,
      schedule: node.declaration.spec.schedule,
    }),
  );
}

/** Every cron trigger of the project with its declaration. */
export function cronTriggers(
  graph: Graph,
): readonly { readonly node: Scheduled["node"]; readonly trigger: CronSchedule }[] {
  return scheduled(graph).flatMap(({ node, schedule }) =>
    triggers(schedule).flatMap((trigger) => (trigger.kind === "cron" ? [{ node, trigger }] : [])),
  );
}

/** `06:05` */
export function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
