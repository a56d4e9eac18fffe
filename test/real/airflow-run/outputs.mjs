// Reports and actions, against a stand-in for OpenWhisk.
import { expectSame } from "../lib/context.mjs";
import { clearTasks, errorsIn, expectSuccess, firstRun, logOf, runDag, switchOn } from "./runs.mjs";

const REPORT = "night__report__morning";
const ACTION = "night__action__tell_warehouse";
const DELIVER = "night/deliver";

export async function outputChecks(check, world) {
  const { openwhisk } = world;
  const deliveries = () => openwhisk.invocations.filter(({ action }) => action === DELIVER);

  await check("an action runs when its inputs were announced", async () => {
    const end = await firstRun(world, ACTION);
    expectSuccess(world, end);
    expectSame("started by", end.run.split("__")[0], "asset_triggered");
    const calls = openwhisk.invocations.filter(({ action }) => action === "night/tell_warehouse");
    expectSame("was called", calls.length > 0, true);
    expectSame(
      "keys",
      calls.every(({ parameters }) => /^night\/tell_warehouse\/asset/.test(parameters.idempotencyKey)),
      true,
    );
  });

  await check("a report is sent for its period once its inputs hold it", async () => {
    await switchOn(world, REPORT);
    expectSuccess(world, await firstRun(world, REPORT));
    const [{ parameters }] = deliveries();
    expectSame(
      "report",
      [parameters.report, parameters.delivery, parameters.sendAgain],
      ["morning", "email", "no"],
    );
    const [start, end] = [Date.parse(parameters.periodStart), Date.parse(parameters.periodEnd)];
    expectSame(
      "a whole day in its zone",
      [parameters.periodStart.slice(10), end - start],
      ["T00:00:00+03:00", 86_400_000],
    );
    expectSame("as of is not before the end", Date.parse(parameters.asOf) >= end, true);
  });

  await check("the same period has the same key, another period another", async () => {
    const period = { period_start: "2026-11-01", period_end: "2026-11-02" };
    const count = deliveries().length;
    expectSuccess(world, await runDag(world, REPORT, { conf: period }));
    expectSuccess(world, await runDag(world, REPORT, { conf: period }));
    const keys = deliveries()
      .slice(count)
      .map(({ parameters }) => parameters.idempotencyKey);
    expectSame("keys", new Set(keys).size, 1);
    expectSame("key", keys[0], "night/morning/2026-11-01T00:00:00+03:00/2026-11-02T00:00:00+03:00/email");
    expectSame("differs", deliveries()[0].parameters.idempotencyKey === keys[0], false);
  });

  await check("a failed delivery fails its own task, and is sent again when cleared", async () => {
    openwhisk.setResult(DELIVER, { success: false, result: { error: "mailbox full" } });
    const failed = await runDag(world, REPORT, {
      conf: { period_start: "2026-11-03", period_end: "2026-11-04" },
    });
    expectSame("tasks", failed.tasks, {
      await_email: "failed",
      send_email: "success",
      wait_for_inputs: "success",
    });
    expectSame(
      "says why",
      errorsIn(logOf(world, failed, "await_email"))
        .join()
        .includes("mailbox full"),
      true,
    );
    openwhisk.setResult(DELIVER, { success: true, result: {} });
    expectSuccess(world, await clearTasks(world, failed, ["send_email"]));
  });
}
