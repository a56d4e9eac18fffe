import { describe, expect, test } from "vitest";
import type { DagPlan } from "../../../../compiler/plan/airflow.ts";
import { isPythonIdentifier } from "../../../../compiler/text/python.ts";
import { pipeline } from "../../../../dsl/index.ts";
import { airflowOf, everything, spec } from "./night.ts";

const plan = airflowOf();
const scheduled = (dag: DagPlan) => (dag.schedule.kind === "assets" ? dag.schedule.assets : []);

describe("all DAGs", () => {
  test("are one for each source, pipeline, report and action, and one each for the project", () => {
    expect(plan.dags.map(({ id }) => id)).toEqual([
      "demo__action__tell_warehouse",
      "demo__backfill",
      "demo__connect_health",
      "demo__maintenance",
      "demo__night",
      "demo__provision",
      "demo__report__morning",
      "demo__source__shop",
    ]);
  });

  test("survive JSON and do not depend on the order of declarations", () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    const turned = airflowOf([
      pipeline("night", { ...spec, outputs: [...spec.outputs].reverse() }),
      ...everything.toReversed(),
    ]);
    expect(turned).toEqual(plan);
  });

  test("have ids that are Python identifiers, once each", () => {
    for (const dag of plan.dags) {
      const ids = dag.tasks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !isPythonIdentifier(id))).toEqual([]);
    }
  });

  test("list tasks after what they wait for", () => {
    for (const { tasks, edges } of plan.dags) {
      const place = new Map(tasks.map(({ id }, index) => [id, index]));
      for (const [from, to] of edges) expect(place.get(from)).toBeLessThan(place.get(to) ?? -1);
    }
  });

  test("define an asset everywhere alike, and make or watch each that starts a DAG", () => {
    const uris = new Map<string, string>();
    for (const { assets } of plan.dags)
      for (const { name, uri } of assets) expect(uris.set(name, uris.get(name) ?? uri).get(name)).toBe(uri);
    const made = new Set(plan.dags.flatMap((dag) => dag.tasks.flatMap(({ outlets }) => outlets)));
    const watched = plan.dags.flatMap((dag) =>
      dag.assets.filter(({ watch }) => watch !== null).map(({ name }) => name),
    );
    for (const name of [
      ...plan.dags.flatMap(scheduled),
      ...plan.dags.flatMap((dag) => dag.tasks.flatMap(({ inlets }) => inlets)),
    ])
      expect([...made, ...watched]).toContain(name);
  });

  test("let one task announce each table", () => {
    const outlets = plan.dags.flatMap((dag) => dag.tasks.flatMap((task) => task.outlets));
    expect(new Set(outlets).size).toBe(outlets.length);
  });

  test("name no date where a run may have none", () => {
    expect(JSON.stringify(plan.dags)).not.toMatch(
      /\{\{[^}]*\b(?:ds|ts|logical_date|execution_date|data_interval_\w+)\b/,
    );
  });

  test("use only pools and connections that the project lists", () => {
    const pools = plan.pools.map(({ name }) => name);
    const connections = plan.connections.map(({ id }) => id);
    for (const [name, value] of plan.dags.flatMap((dag) => dag.tasks.flatMap(({ args }) => args))) {
      if (name === "pool") expect(pools).toContain(value);
      if (name === "conn_id" || name.endsWith("_conn_id")) expect(connections).toContain(value);
    }
  });

  test("say who answers, whether to run again, and what to do", () => {
    for (const { doc } of plan.dags)
      for (const heading of [
        "**Owner:**",
        "**Starts:**",
        "**Is it safe to run again?**",
        "**When it fails**",
      ])
        expect(doc).toContain(heading);
  });
});
