// A pipeline whose one mart fails a test: what it holds back, what it does not, and what another try builds.
import { expectSame } from "../lib/context.mjs";
import { clearTasks, errorsIn, eventsOf, expectSuccess, logOf, runDag, switchOn } from "./runs.mjs";

const PIPELINE = "night__night";
const SOURCE = "night__source__shop";

const mailsAbout = ({ smtp }, task) =>
  smtp.messages.filter(({ text }) => text.includes(`${PIPELINE}.${task} failed`));

export async function pipelineChecks(check, world) {
  const { postgres, trino } = world;
  await trino.query("create schema if not exists lake.science");
  await trino.query("create table if not exists lake.science.targets (day date, target decimal(38, 2))");
  await trino.query("insert into lake.science.targets values (date '2026-11-01', decimal '5.00')");

  await check("a pipeline builds, runs its step, and announces every output", async () => {
    // Its events start the action only if that is switched on.
    await switchOn(world, "night__action__tell_warehouse");
    await switchOn(world, PIPELINE);
    const end = await runDag(world, PIPELINE);
    expectSuccess(world, end);
    expectSame("all tasks", [...new Set(Object.values(end.tasks))], ["success"]);
    expectSame(
      "the step printed",
      logOf(world, end, "run_set_targets").join("").includes("revenue times 2"),
      true,
    );
    // Commits may have started the source's DAG again meanwhile.
    const inputs = (await eventsOf(world, "night.shop.orders")).map(({ extra }) => extra.as_of);
    const [mart] = await eventsOf(world, "night.marts.daily_revenue");
    expectSame("a mart is as old as an input was", inputs.includes(mart.extra.as_of), true);
  });

  let failed;
  await check("a failed test holds back only what reads its model", async () => {
    const before = (await eventsOf(world, "night.marts.daily_revenue")).length;
    const people = (await eventsOf(world, "night.marts.customers_by_country")).length;
    await postgres.query(
      "shop",
      "insert into orders values (9000000, -1000000, timestamptz '2026-11-20 12:00:00+00')",
    );
    expectSuccess(world, await runDag(world, SOURCE));
    failed = await runDag(world, PIPELINE);
    expectSame("run", failed.state, "failed");
    expectSame("tasks", failed.tasks, {
      announce_customers_by_country: "success",
      announce_daily_revenue: "failed",
      announce_morning: "failed",
      announce_people: "success",
      announce_revenue: "failed",
      announce_target_gap: "failed",
      announce_tell_warehouse: "success",
      build_1: "failed",
      build_2: "upstream_failed",
      ready_set_targets: "failed",
      run_set_targets: "upstream_failed",
    });
    expectSame("events of the mart", (await eventsOf(world, "night.marts.daily_revenue")).length, before);
    expectSame(
      "events of the other",
      (await eventsOf(world, "night.marts.customers_by_country")).length,
      people + 1,
    );
  });
  await check("wrong data is not tried again by itself", () => {
    expectSame("tries", logOf(world, failed, "build_1").length, 1);
  });
  await check("the message names model, test, file, readers and the next command", () => {
    const text = errorsIn(logOf(world, failed, "announce_revenue")).join("\n");
    for (const part of [
      "daily_revenue",
      "revenue_is_not_negative",
      "pipeline.ts",
      "dashboard Revenue",
      "clear the task build_1",
    ])
      expectSame(`says ${part}`, text.includes(part), true);
    const [mail] = mailsAbout(world, "announce_revenue");
    expectSame("the mail goes to", mail?.to.join(), "<oncall@example.com>");
  });
  await check("another try builds only what failed", async () => {
    await postgres.query("shop", "delete from orders where id = 9000000");
    expectSuccess(world, await runDag(world, SOURCE));
    const end = await clearTasks(world, failed, ["build_1"]);
    expectSuccess(world, end);
    const [, second] = logOf(world, end, "build_1");
    expectSame("builds the mart", /START sql incremental model marts.daily_revenue/.test(second), true);
    expectSame("leaves the other mart", /START sql \w+ model marts.customers_by_country/.test(second), false);
  });
}
