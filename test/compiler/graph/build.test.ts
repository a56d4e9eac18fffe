import { describe, expect, test } from "vitest";
import type { NodeId } from "../../../compiler/graph/graph.ts";
import { cron, mart, model, pipeline, sql, sqlFile, staging, t } from "../../../dsl/index.ts";
import { graphOf } from "../project.ts";

const columns = { id: t.bigint() };
const schedule = cron("0 * * * *", { zone: "UTC" });
const one = staging("one", { columns, sql: sql`select 1 as id` });
const two = mart("two", { columns, sql: sql`select id from ${one}` });
const three = mart("three", { columns, sql: sql`select id from ${one} join ${two} on true` });

describe("graph", () => {
  test("every node stands after what it needs, by depth and then by id", () => {
    const graph = graphOf([three, two, one]);
    expect(graph.order).toEqual(["model:one", "model:two", "model:three", "pipeline:everything"]);
    expect(graph.cycles).toEqual([]);
  });

  test("a cycle is found with its path, and the rest keeps its order", () => {
    const graph = graphOf([
      model("a", { columns, sql: sql`select id from c` }),
      model("b", { columns, sql: sql`select id from a` }),
      model("c", { columns, sql: sql`select id from b` }),
      model("d", { columns, sql: sql`select id from d` }),
      one,
    ]);
    expect(graph.cycles).toEqual([["model:a", "model:b", "model:c"], ["model:d"]]);
    expect(graph.order[0]).toBe("model:one");
  });

  test("a model belongs to the pipeline that lists it, else to the only one that reaches it", () => {
    const first = pipeline("first", { owner: "a", schedule, outputs: [two] });
    const second = pipeline("second", { owner: "b", schedule, outputs: [three] });
    const graph = graphOf([first, second]);
    const owner = (id: NodeId) => graph.builtBy.get(id);
    expect(owner("model:two")).toBe("pipeline:first");
    expect(owner("model:three")).toBe("pipeline:second");
    // Both reach `one`, and neither lists it.
    expect(owner("model:one")).toBeUndefined();
    expect(graph.reachedBy.get("model:one")).toEqual(["pipeline:first", "pipeline:second"]);
  });

  test("what lies behind a listed model is its builder's matter", () => {
    const last = mart("last", { columns, sql: sql`select id from ${two}` });
    const graph = graphOf([
      pipeline("first", { owner: "a", schedule, outputs: [two] }),
      pipeline("second", { owner: "b", schedule, outputs: [last] }),
    ]);
    expect(graph.builtBy.get("model:one")).toBe("pipeline:first");
    expect(graph.reachedBy.get("model:one")).toEqual(["pipeline:first"]);
  });

  test("a duplicate keeps the first and is a problem", () => {
    const again = mart("two", { columns, sql: sql`select 2 as id` });
    const graph = graphOf([two, again]);
    expect(graph.problems).toMatchObject([{ kind: "duplicate", id: "model:two" }]);
  });

  test("a chain of 20,000 models is ordered without running out of stack", { timeout: 60_000 }, () => {
    const files: Record<string, string> = {};
    const all = Array.from({ length: 20_000 }, (_, index) => {
      files[`m${index}.sql`] = index === 0 ? "select 1 as id" : `select id from m${index - 1}`;
      return model(`m${index}`, { columns, sql: sqlFile(`m${index}.sql`) });
    });
    const graph = graphOf([pipeline("long", { owner: "a", schedule, outputs: all.slice(-1) }), ...all], {
      files,
    });
    expect(graph.order.at(-2)).toBe("model:m19999");
  });
});
