import { describe, expect, test } from "vitest";
import { action, cron, hourly, onNewData, pipeline, report } from "../../../../../dsl/index.ts";
import type { Schedule } from "../../../../../dsl/schedule.ts";
import { airflowOf, argumentOf, bestCountries, dagOf, everything, morning, spec, taskOf } from "../night.ts";

const plan = airflowOf();

describe("the DAG of a report", () => {
  const dag = dagOf(plan, "demo__report__morning");

  test("waits for its inputs and sends each delivery by itself", () => {
    expect(dag.tasks.map(({ id }) => id)).toEqual([
      "wait_for_inputs",
      "send_bucket",
      "send_email",
      "send_email_2",
      "await_bucket",
      "await_email",
      "await_email_2",
    ]);
    expect(dag.edges.filter(([from]) => from !== "wait_for_inputs")).toEqual([
      ["send_bucket", "await_bucket"],
      ["send_email", "await_email"],
      ["send_email_2", "await_email_2"],
    ]);
    expect(taskOf(dag, "wait_for_inputs").inlets).toEqual(["demo.marts.revenue_by_day"]);
  });

  test("knows the time before its own, and the zone of its days", () => {
    expect(dag.schedule).toEqual({
      kind: "intervals",
      times: { expressions: ["0 6 * * *"], zone: "Africa/Nairobi" },
    });
    expect(argumentOf(taskOf(dag, "wait_for_inputs"), "zone")).toBe("Africa/Nairobi");
  });

  test.each([
    [cron("0 6 * * *", { zone: "UTC" }), "day"],
    [cron("30 7 * * 1-5", { zone: "UTC" }), "day"],
    [hourly(5, { zone: "UTC" }), "hour"],
    [cron("*/15 * * * *", { zone: "UTC" }), "minute"],
  ] satisfies [Schedule, string][])("cuts its period to whole units: %#", (schedule, whole) => {
    const sent = report("morning", { ...morning.spec, schedule });
    const other = airflowOf([
      ...everything.filter((one) => one !== morning),
      sent,
      pipeline("night", { ...spec, outputs: [sent] }),
    ]);
    expect(argumentOf(taskOf(dagOf(other, "demo__report__morning"), "wait_for_inputs"), "whole")).toBe(whole);
  });

  test("names report, period and recipient, which are the same on every try", () => {
    const text = JSON.stringify(taskOf(dag, "send_email_2"));
    for (const part of ['["report","morning"]', '["delivery","email_2"]', "periodStart", "periodEnd"])
      expect(text).toContain(part);
    expect(text).not.toContain("try_number");
    expect(argumentOf(taskOf(dag, "await_email_2"), "retries")).toBe(0);
  });
});

describe("the DAG of an action", () => {
  test("runs when all of its inputs were announced", () => {
    const dag = dagOf(plan, "demo__action__tell_warehouse");
    expect(dag.schedule).toEqual({
      kind: "assets",
      assets: ["demo.marts.best_countries"],
      every: "all",
      or: null,
    });
    expect(argumentOf(taskOf(dag, "send_action"), "endpoint")).toContain("actions/demo/tell_warehouse?");
  });

  test("keeps a schedule of its own", () => {
    const timed = action("timed", {
      title: "Timed",
      file: "action.ts",
      reads: [bestCountries],
      schedule: onNewData(),
    });
    const other = airflowOf([
      ...everything,
      timed,
      pipeline("night", { ...spec, outputs: [...spec.outputs, timed] }),
    ]);
    expect(dagOf(other, "demo__action__timed").schedule).toMatchObject({ every: "any" });
  });
});
