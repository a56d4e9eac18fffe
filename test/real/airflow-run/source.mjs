// Provisioning, the barrier, and the current tables.
import { setTimeout as sleep } from "node:timers/promises";
import { expectNone, expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import {
  atRest,
  eventsOf,
  expectSuccess,
  firstRun,
  logOf,
  openRuns,
  resultOf,
  runDag,
  switchOn,
} from "./runs.mjs";

const SOURCE = "night__source__shop";
const CUSTOMERS = "night_shop.public.customers";
const ORDERS = "night_shop.public.orders";

/** Orders that the load leaves alone once they are there. */
const UNTOUCHED = "id % 7 <> 1";

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
  const { airflow, connect, postgres, project, trino } = world;
  const orders = async () => idsIn(await postgres.query("shop", "select id, total from orders order by id"));

  await check("pools are imported", () => airflow.importPools(`${project.folder}/airflow/pools.json`));
  await check("provisioning runs, and runs again without harm", async () => {
    await switchOn(world, "night__provision");
    expectSuccess(world, await runDag(world, "night__provision"));
    expectSuccess(world, await runDag(world, "night__provision"));
  });
  await check("the current tables are built by the run that was missed", async () => {
    await switchOn(world, SOURCE);
    expectSuccess(world, await firstRun(world, SOURCE));
    expectNone("missing orders", await missing(world, await orders()));
  });
  await check("the ends of the snapshot are recorded once", async () => {
    const { rows } = await trino.query(
      "select topic, count(*) from lake.shop_bronze.odp_snapshot_ends group by 1",
    );
    expectSame("rows of each topic", rows.toSorted(), [
      [CUSTOMERS, 1],
      [ORDERS, 1],
    ]);
  });
  await check(
    "everything committed before the barrier is in the lake, and the announced time says so",
    async () => {
      const load = startLoad(world);
      try {
        await postgres.query(
          "shop",
          `insert into orders select nextval('order_ids'), 5, now() from generate_series(1, 300)`,
        );
        const committed = idsIn(
          await postgres.query("shop", `select id, total from orders where ${UNTOUCHED}`),
        );
        const began = Date.now();
        const end = await runDag(world, SOURCE);
        expectSuccess(world, end);
        expectNone("missing orders", (await missing(world, committed)).slice(0, 5));
        const { ends, as_of: asOf } = await resultOf(world, end, "wait_for_changes");
        expectSame("topics of the barrier", Object.keys(ends).sort(), [CUSTOMERS, ORDERS]);
        expectSame("as of is not before the commits", Date.parse(asOf) >= began, true);
        const events = await eventsOf(world, "night.shop.orders");
        expectSame(
          "the barrier's time is announced",
          events.some(({ extra }) => extra.as_of === asOf),
          true,
        );
      } finally {
        await load.stop();
      }
    },
  );
  await check("a commit of a changelog starts the DAG by itself", async () => {
    expectSuccess(world, await firstRun(world, SOURCE, ({ run_type: type }) => type === "asset_triggered"));
  });
  await check("a barrier in front of a connector that stands still does not open", async () => {
    await atRest(world, SOURCE);
    await connect.pause("night-shop-source");
    try {
      const began = new Date().toISOString();
      // A commit may have started another run before, which then waits in front of the barrier as this one would.
      await airflow.call("POST", `/dags/${SOURCE}/dagRuns`, { logical_date: null });
      await waitUntil("a run looks a second time, and says what it waits for", 600, async () =>
        (await openRuns(world, SOURCE)).some(
          ({ dag_run_id: run }) => looksSince(world, { dag: SOURCE, run }, began) > 1,
        ),
      );
    } finally {
      await connect.resume("night-shop-source");
    }
    await atRest(world, SOURCE);
  });
}

/** How often the barrier of a run found that the connector had not passed it, since a moment. */
function looksSince(world, run, moment) {
  const entries = logOf(world, run, "wait_for_changes").flatMap((log) => log.trimEnd().split("\n"));
  return entries
    .map((line) => JSON.parse(line))
    .filter(({ event, timestamp }) => /has not passed the position/.test(event) && timestamp > moment).length;
}

/** Changes without a pause, some new orders and some changed ones, until it is stopped. */
function startLoad({ postgres }) {
  let isWanted = true;
  const done = (async () => {
    while (isWanted) {
      await postgres.query(
        "shop",
        `insert into orders select nextval('order_ids'), n, now() from generate_series(1, 20) n;
         update orders set total = total + 1 where not (${UNTOUCHED});`,
      );
      await sleep(500);
    }
  })();
  // Looked at when it is stopped; without this a failure would end the whole run at once.
  done.catch(() => {});
  return {
    stop: () => {
      isWanted = false;
      return done;
    },
  };
}
