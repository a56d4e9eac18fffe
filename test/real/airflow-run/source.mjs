// Provisioning, the barrier, and the current tables.
import { setTimeout as sleep } from "node:timers/promises";
import { expectNone, expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import { eventsOf, expectSuccess, logOf, resultOf, runDag, switchOn } from "./runs.mjs";

const TRIALS = 3;
const SOURCE = "night__source__shop";

const idsIn = (text) => text.split("\n").filter((line) => line !== "");

/** Orders that the lake lacks or holds with another total than PostgreSQL did. */
async function missing({ trino }, before) {
  const { rows } = await trino.query(
    "select cast(id as varchar), cast(total as varchar) from lake.shop.orders",
  );
  const found = new Set(rows.map((row) => row.join("|")));
  return before.filter((row) => !found.has(row));
}

export async function sourceChecks(check, world) {
  const { airflow, postgres, project, trino } = world;
  const orders = async () => idsIn(await postgres.query("shop", "select id, total from orders order by id"));

  await check("pools are imported", () => airflow.importPools(`${project.folder}/airflow/pools.json`));
  await check("provisioning runs, and runs again without harm", async () => {
    await switchOn(world, "night__provision");
    expectSuccess(world, await runDag(world, "night__provision"));
    expectSuccess(world, await runDag(world, "night__provision"));
  });
  await check("the current tables are built", async () => {
    await switchOn(world, SOURCE);
    const end = await runDag(world, SOURCE);
    expectSuccess(world, end);
    expectNone("missing orders", await missing(world, await orders()));
  });
  await check("the ends of the snapshot are recorded once", async () => {
    const { rows } = await trino.query(
      "select topic, count(*) from lake.shop_bronze.odp_snapshot_ends group by 1",
    );
    expectSame("rows of each topic", rows.toSorted(), [
      ["night_shop.public.customers", 1],
      ["night_shop.public.orders", 1],
    ]);
  });
  await check("an announced table knows as of when it is complete", async () => {
    const [event] = await eventsOf(world, "night.shop.orders");
    expectSame("as of is a moment", Number.isNaN(Date.parse(event.extra.as_of)), false);
  });
  for (let trial = 1; trial <= TRIALS; trial += 1) {
    await check(`everything committed before the barrier is in the lake, trial ${trial}`, async () => {
      let going = true;
      const load = (async () => {
        while (going) {
          await postgres.query(
            "shop",
            `insert into orders select (select max(id) from orders) + n, n, now() from generate_series(1, 20) n;
             update orders set total = total + 1 where id % 7 = ${trial};`,
          );
          await sleep(500);
        }
      })();
      // Looked at when the trial ends; without this a failure of the load would end the whole run.
      load.catch(() => {});
      try {
        await postgres.query(
          "shop",
          `insert into orders select (select max(id) from orders) + n, 5, now() from generate_series(1, 300) n`,
        );
        const frozen = idsIn(
          await postgres.query("shop", `select id, total from orders where id % 7 <> ${trial}`),
        );
        const end = await runDag(world, SOURCE);
        expectSuccess(world, end);
        expectNone("missing orders", (await missing(world, frozen)).slice(0, 5));
      } finally {
        going = false;
        await load;
      }
    });
  }
  await check("a commit of a changelog starts the DAG by itself", async () => {
    await postgres.query("shop", "insert into customers select max(id) + 1, 'KE' from customers");
    await waitUntil("a run that an asset started", 240, async () => {
      const runs = await airflow.runs(SOURCE);
      return runs.some(({ run_type: type }) => type === "asset_triggered");
    });
  });
  await check("a barrier in front of a connector that stands still does not open", async () => {
    await world.connect.pause("night-shop-source");
    try {
      const { dag_run_id: run } = await airflow.call("POST", `/dags/${SOURCE}/dagRuns`, {
        logical_date: null,
      });
      const isWaiting = () => {
        try {
          return (
            logOf(world, { dag: SOURCE, run }, "wait_for_changes")
              .join("")
              .split("has not passed the position").length > 2
          );
        } catch {
          return false;
        }
      };
      for (let waited = 0; waited < 240 && !isWaiting(); waited += 2) await sleep(2000);
      expectSame("it says what it waits for", isWaiting(), true);
      await airflow.call("PATCH", `/dags/${SOURCE}/dagRuns/${encodeURIComponent(run)}`, { state: "failed" });
    } finally {
      await world.connect.resume("night-shop-source");
    }
  });
  await check("the barrier's ends are those of its run", async () => {
    const end = await runDag(world, SOURCE);
    const { ends, as_of: asOf } = await resultOf(world, end, "wait_for_changes");
    expectSame("topics", Object.keys(ends).sort(), [
      "night_shop.public.customers",
      "night_shop.public.orders",
    ]);
    const [event] = await eventsOf(world, "night.shop.orders");
    expectSame("the announced time is the barrier's", event.extra.as_of, asOf);
  });
}
