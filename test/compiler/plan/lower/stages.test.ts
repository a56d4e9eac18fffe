import { describe, expect, test } from "vitest";
import { isBuilt, stageSelector, stages } from "../../../../compiler/plan/lower/stages.ts";
import { cron, external, mart, pipeline, run, seed, sql, step, t } from "../../../../dsl/index.ts";
import { graphOf } from "../../project.ts";

const columns = { id: t.bigint() };
const landed = (name: string) =>
  external(name, { schema: "raw", columns, landedBy: "a step", freshWithin: "1d" });
const hourly = { owner: "data@example.com", schedule: cron("0 * * * *", { zone: "UTC" }) };

describe("stages", () => {
  test("is one stage where there is no step", () => {
    const targets = seed("targets", { columns, rows: [{ id: 1 }] });
    const first = mart("first", { columns, sql: sql`select id from ${targets}` });
    const second = mart("second", { columns, sql: sql`select id from ${first}` });
    const graph = graphOf([targets, first, second, pipeline("main", { ...hourly, outputs: [second] })]);
    expect(stages(graph, "pipeline:main")).toEqual([
      {
        index: 1,
        models: ["model:first", "model:second"],
        seeds: ["seed:targets"],
        steps: [],
        afterStages: [],
        afterSteps: [],
      },
    ]);
  });

  test("builds before a step what it reads, and behind it what reads its externals", () => {
    const source = landed("source");
    const scores = landed("scores");
    const features = mart("features", { columns, sql: sql`select id from ${source}` });
    const score = step("score", { run: run.shell("score"), reads: [features], writes: [scores] });
    const scored = mart("scored", { columns, sql: sql`select id from ${scores}` });
    const apart = mart("apart", { columns, sql: sql`select id from ${source}` });
    const graph = graphOf([
      source,
      scores,
      features,
      score,
      scored,
      apart,
      pipeline("main", { ...hourly, outputs: [scored, apart, score] }),
    ]);
    expect(stages(graph, "pipeline:main")).toEqual([
      {
        index: 1,
        models: ["model:apart", "model:features"],
        seeds: [],
        steps: [{ id: "step:score", afterStages: [1], afterSteps: [] }],
        afterStages: [],
        afterSteps: [],
      },
      {
        index: 2,
        models: ["model:scored"],
        seeds: [],
        steps: [],
        afterStages: [],
        afterSteps: ["step:score"],
      },
    ]);
  });

  test("holds back only what needs a step, and lets a step come first", () => {
    const [a, b] = [landed("a"), landed("b")];
    const loadA = step("load_a", { run: run.shell("a"), reads: [], writes: [a] });
    const loadB = step("load_b", { run: run.shell("b"), reads: [], writes: [b] });
    const onA = mart("on_a", { columns, sql: sql`select id from ${a}` });
    const onB = mart("on_b", { columns, sql: sql`select id from ${b}` });
    const both = mart("both", { columns, sql: sql`select id from ${onA} union all select id from ${onB}` });
    const graph = graphOf([
      a,
      b,
      loadA,
      loadB,
      onA,
      onB,
      both,
      pipeline("main", { ...hourly, outputs: [both] }),
    ]);
    const found = stages(graph, "pipeline:main");
    expect(
      found.map((stage) => [
        stage.models,
        stage.steps.map((placed) => placed.id),
        stage.afterStages,
        stage.afterSteps,
      ]),
    ).toEqual([
      [[], ["step:load_a", "step:load_b"], [], []],
      [["model:on_a"], [], [], ["step:load_a"]],
      [["model:on_b"], [], [], ["step:load_b"]],
      [["model:both"], [], [2, 3], []],
    ]);
    expect(found.filter(isBuilt).map((stage) => stageSelector("main", found, stage))).toEqual([
      "main__1",
      "main__2",
      "main__3",
    ]);
  });

  test("gives tasks without a cycle where steps follow steps", () => {
    const [a, b] = [landed("a"), landed("b")];
    const early = mart("early", { columns, sql: sql`select 1 as id` });
    const first = step("first", { run: run.shell("1"), reads: [early], writes: [a] });
    const second = step("second", { run: run.shell("2"), reads: [a], writes: [b] });
    const late = mart("late", { columns, sql: sql`select id from ${b} union all select id from ${early}` });
    const graph = graphOf([
      a,
      b,
      early,
      first,
      second,
      late,
      pipeline("main", { ...hourly, outputs: [late] }),
    ]);
    const found = stages(graph, "pipeline:main");
    expect(found.flatMap((stage) => stage.steps)).toEqual([
      { id: "step:first", afterStages: [1], afterSteps: [] },
      { id: "step:second", afterStages: [], afterSteps: ["step:first"] },
    ]);
    for (const stage of found)
      for (const before of stage.afterStages) expect(before).toBeLessThan(stage.index);
    expect(found.at(-1)).toMatchObject({
      models: ["model:late"],
      afterStages: [1],
      afterSteps: ["step:second"],
    });
  });
});
