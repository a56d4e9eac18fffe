// Backfill, maintenance and the connectors' health.
import { expectSame } from "../lib/context.mjs";
import { errorsIn, expectSuccess, firstRun, logOf, runDag, switchOn } from "./runs.mjs";

const HEALTH = "night__connect_health";
const BACKFILL = "night__backfill";

export async function upkeepChecks(check, world) {
  const { connect, smtp, trino } = world;

  await check("a dry run of a backfill builds nothing and says what it would build", async () => {
    await switchOn(world, BACKFILL);
    const conf = {
      what: "daily_revenue",
      from: "2026-11-01",
      to: "2026-11-20",
      days_per_step: 10,
      dry_run: true,
    };
    const end = await runDag(world, BACKFILL, { conf });
    expectSuccess(world, end);
    expectSame("built", end.tasks.build_periods, "skipped");
    expectSame(
      "says so",
      logOf(world, end, "plan_steps").join("").includes("2026-11-11 to 2026-11-20"),
      true,
    );
  });

  await check("a backfill builds whole periods of its range, step by step, and no others", async () => {
    await trino.query("update lake.marts.daily_revenue set revenue = 0");
    const conf = { what: "revenue", from: "2026-11-03", to: "2026-11-06", days_per_step: 2, dry_run: false };
    const end = await runDag(world, BACKFILL, { conf });
    expectSuccess(world, end);
    expectSame("steps", end.tasks.build_periods, "success,success");
    const { rows } = await trino.query(
      "select cast(min(day) as varchar), cast(max(day) as varchar), count(*) from lake.marts.daily_revenue where revenue > 0",
    );
    expectSame("built days", rows, [["2026-11-03", "2026-11-06", 4]]);
  });

  await check(
    "asked to compare, it names old periods that are wrong, builds nothing, and says what to start",
    async () => {
      const day = { from: "2026-11-01", to: "2026-11-01" };
      const conf = { what: "daily_revenue", ...day, dry_run: true, compare: true };
      const end = await runDag(world, BACKFILL, { conf });
      expectSame("tasks", [end.tasks.build_periods, end.tasks.compare], ["skipped", "failed"]);
      const said = errorsIn(logOf(world, end, "compare")).join();
      const names = ["2026-11-01", "2026-11-03", "what = daily_revenue, from = 2026-11-01"];
      expectSame(
        said,
        names.map((text) => said.includes(text)),
        [true, false, true],
      );
    },
  );

  await check("a backfill that compares proves itself", async () => {
    const conf = {
      what: "daily_revenue",
      from: "2026-11-01",
      to: "2026-11-20",
      dry_run: false,
      compare: true,
    };
    const end = await runDag(world, BACKFILL, { conf });
    expectSuccess(world, end);
    expectSame("compare", end.tasks.compare, "success");
  });

  await check("a range that ends before it begins is refused", async () => {
    const conf = { what: "revenue", from: "2026-11-06", to: "2026-11-03", dry_run: false };
    const end = await runDag(world, BACKFILL, { conf });
    expectSame("run", end.state, "failed");
  });

  await check(
    "maintenance compacts, expires and analyses every table, and leaves its rows alone",
    async () => {
      const count = async () => (await trino.query("select count(*) from lake.shop_bronze.orders")).rows;
      const before = await count();
      await switchOn(world, "night__maintenance");
      // A Sunday: the weekly part runs too.
      const end = await runDag(world, "night__maintenance", { body: { run_after: "2026-11-22T02:30:00Z" } });
      expectSuccess(world, end);
      expectSame("all tasks", [...new Set(Object.values(end.tasks))], ["success"]);
      expectSame("rows", await count(), before);
    },
  );

  await check("connectors that get on are healthy", async () => {
    await switchOn(world, HEALTH);
    expectSuccess(world, await firstRun(world, HEALTH));
  });

  await check("a connector that stands still is reported by mail", async () => {
    await connect.pause("night-shop-sink");
    try {
      const end = await runDag(world, HEALTH);
      expectSame("tasks", [end.tasks.check_shop_sink, end.tasks.check_shop_source], ["failed", "success"]);
      expectSame(
        "says so",
        errorsIn(logOf(world, end, "check_shop_sink"))
          .join()
          .includes("PAUSED"),
        true,
      );
      const mail = smtp.messages.find(({ text }) => text.includes(`${HEALTH}.check_shop_sink failed`));
      expectSame("mail", mail?.to.join(), "<platform@example.com>");
    } finally {
      await connect.resume("night-shop-sink");
    }
  });
}
