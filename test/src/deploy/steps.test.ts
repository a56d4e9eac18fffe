import { describe, expect, test } from "vitest";
import { topic } from "../../../src/deploy/states/topic.ts";
import { blockers, type Step } from "../../../src/deploy/steps.ts";
import { appliedText, planText } from "../../../src/deploy/view.ts";

const operation = {
  id: "topic_orders",
  title: "Topic orders",
  after: [],
  source: null,
  kind: "topic",
  topic: "orders",
  partitions: 1,
  replicationFactor: 3,
  config: [["retention.ms", "86400000"]],
} as const;

function change(facet: string, now: string, wanted: string, byHand = false): Step {
  const changes = [{ facet, deployed: "old", now, wanted, byHand }];
  return {
    operation,
    state: {
      wanted: () => new Map(),
      now: async () => undefined,
      losses: () => [],
      obstacles: () => [],
      action: () => "",
      apply: async () => undefined,
    },
    kind: "change",
    changes,
    action: topic.action(operation, changes, true),
    losses: topic.losses(operation, changes),
    obstacles: topic.obstacles(operation, changes),
  };
}

const NONE = { acceptLoss: [], overwrite: [] };

describe("what stops a deployment", () => {
  test.each([
    ["less retention", change("retention.ms", "604800000", "86400000"), "--accept-loss topic_orders"],
    ["compaction", change("cleanup.policy", "delete", "compact"), "--accept-loss topic_orders"],
    ["more partitions", change("partitions", "1", "3"), "--accept-loss topic_orders"],
    ["a change by hand", change("min.insync.replicas", "1", "2", true), "--overwrite topic_orders"],
  ])("%s, until it is named", (_, step, way) => {
    expect(blockers([step], NONE).join("\n")).toContain(way);
    expect(blockers([step], { acceptLoss: ["topic_orders"], overwrite: ["topic_orders"] })).toEqual([]);
  });

  test.each([
    ["fewer partitions", change("partitions", "3", "1")],
    ["other replicas", change("replicas", "1", "3")],
  ])("%s, for good", (_, step) =>
    expect(blockers([step], { acceptLoss: ["topic_orders"], overwrite: ["topic_orders"] })).toHaveLength(1),
  );

  test("nothing, where the project changed and no data is lost", () =>
    expect(blockers([change("retention.ms", "86400000", "604800000")], NONE)).toEqual([]));
});

test("a difference is shown with its three sides", () => {
  expect(planText([change("retention.ms", "5", "86400000", true)], "shop")).toBe(`shop: 1 of 1 to do

  ~ topic_orders: Topic orders
      alter retention.ms
      retention.ms
        deployed  old
        now       5   <- changed by hand
        wanted    86400000
`);
});

test("a failure says what was done, what was not begun, and how to go on", () => {
  const text = appliedText({ done: ["a", "b"], failed: { id: "c", reason: "no\nway" }, left: ["d"] });
  expect(text).toBe(`
FAILED at c:
  no
  way

Done before it, and kept: a, b
Not begun: d
Mend the cause and run the same command again: it reads the world anew and goes on where this ended.
`);
});
