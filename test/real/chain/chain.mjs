// The whole emitted project of the example `shop`, from a commit in PostgreSQL to a mart, through crashes and a new epoch.
import { join } from "node:path";
import { dbtRunner } from "../clients/dbt.mjs";
import { bindingsOf } from "../lib/bindings.mjs";
import { expectNone, expectSame } from "../lib/context.mjs";
import { landExternals, sourceDatabases, useCatalogs } from "../lib/ground.mjs";
import { projectsOrFail } from "../lib/projects.mjs";
import { timed } from "../lib/report.mjs";
import { waitUntil } from "../lib/service.mjs";
import { compileEpochTwo, removeEpochOne } from "./epoch.mjs";
import { expectEqualMart, expectEqualTable, TABLE_NAMES } from "./equality.mjs";
import { expectChanges, expectHistory, plant } from "./faces.mjs";
import { startLoad } from "./load.mjs";
import { clearAway, makeTables, makeTopics, prepareDatabase, putConnectors } from "./provision.mjs";
import { openTasks, TRIES } from "./tasks.mjs";

const ROWS = new URL("./rows.sql", import.meta.url).pathname;
const SOURCE_DAG = "shop__source__shop";
const BARRIER = "wait_for_changes";
const BARRIER_SECONDS = 120;

/** A check that says when it ended: the lane takes minutes. */
const check = (context, name, fn) => context.check(name, () => timed(name, fn));

/** What follows needs what is checked here: a failure ends the lane. */
async function must(context, name, fn) {
  const count = context.results.length;
  const value = await check(context, name, fn);
  if (context.results[count].failure !== undefined) throw new Error(`what follows needs "${name}"`);
  return value;
}

async function inTries(work, left = TRIES) {
  try {
    return await work();
  } catch (error) {
    if (left === 1) throw error;
    return inTries(work, left - 1);
  }
}

/** An emitted project on the services: its tasks, its dbt. */
function openProject(context, project, label) {
  const environment = context.parts["dbt-environment"];
  const copy = join(context.folder, "chain", `dbt-${label}`);
  const { dbt } = dbtRunner(environment, join(project.folder, "dbt"), copy, bindingsOf(context, project));
  const tasks = openTasks(context, project, `chain-${label}`);
  return {
    project,
    tasks,
    dbt,
    arrived: () => tasks.wait(SOURCE_DAG, BARRIER, BARRIER_SECONDS),
    recordEnds: (known) => tasks.runTask(SOURCE_DAG, "record_snapshot_ends", { given: { [BARRIER]: known } }),
    // As the emitted tasks call it, and tried again as Airflow does: Trino's catalog meets dead connections after a
    // restart of PostgreSQL. What is wrong stays wrong in every try.
    build: (selector) =>
      inTries(() => dbt(["build", "--exclude-resource-type", "unit_test", "--selector", selector])),
  };
}

async function provision(context, { project, tasks }, when) {
  await must(context, `${when}: role, publication and preflight`, () => prepareDatabase(context, project));
  await must(context, `${when}: topics`, () => makeTopics(tasks, project));
  await must(context, `${when}: tables of the lake`, () => makeTables(context, project));
  await must(context, `${when}: both connectors run`, () => putConnectors(context, project));
}

/** Barrier, ends, build: what the source's DAG does in one run. */
async function bringUpToDate(context, opened, when) {
  const known = await must(context, `${when}: the barrier opens`, opened.arrived);
  await must(context, `${when}: the ends of the snapshot are recorded`, () => opened.recordEnds(known));
  await must(context, `${when}: dbt builds source__shop`, () => opened.build("source__shop"));
}

async function checkEquality(context, when) {
  for (const name of TABLE_NAMES) {
    await check(context, `${when}: ${name} equals PostgreSQL`, () => expectEqualTable(context, name));
  }
}

const KILLS = ["connect", "kafka", "postgres"];

async function checkCrash(context, opened, name) {
  const { parts } = context;
  const load = startLoad(context);
  await must(context, `kill -9 of ${name}: it comes back under load`, async () => {
    await waitUntil("changes are committed", 30, () => load.committed() >= 5);
    parts[name].kill();
    // PostgreSQL does not start until the last process of the killed server is gone.
    await waitUntil(`${name} starts again`, 90, async () => {
      await parts[name].restart();
      return true;
    });
    const before = load.committed();
    await waitUntil("changes are committed again", 60, () => load.committed() >= before + 5);
  });
  await load.stop();
  await must(context, `kill -9 of ${name}: connect_health sees the connectors run again`, () =>
    waitUntil("both connectors run", 90, async () => {
      // It fails when it had to restart something, and is asked again, as its DAG does.
      await opened.tasks.runTask("shop__connect_health", "check_shop_source");
      await opened.tasks.runTask("shop__connect_health", "check_shop_sink");
      return true;
    }),
  );
  await must(context, `kill -9 of ${name}: the barrier opens`, opened.arrived);
}

/** Changes that the connector sent more than once, by table of the changelog. */
async function replays({ parts: { trino } }) {
  const { rows } = await trino.query(`
    select count(*) - count(distinct row(id, _cdc_source_lsn, _cdc_source_txid, _cdc_op))
    from lake.shop_bronze.orders where _cdc_source_snapshot is null`);
  return rows[0][0];
}

async function firstEpoch(context, opened) {
  await provision(context, opened, "epoch 1");
  await must(context, "rows of every table and type are changed while they are captured", async () => {
    const load = startLoad(context);
    await plant(context);
    await waitUntil("changes are committed", 60, () => load.committed() >= 10);
    await load.stop();
  });
  await bringUpToDate(context, opened, "epoch 1");
  await checkEquality(context, "epoch 1");
  await check(context, "history has the versions of planted orders", () => expectHistory(context));
  await check(context, "changes has the changes of planted payments", () => expectChanges(context));
  await must(context, "dbt builds the models of the pipeline", () => opened.build("shop_analytics__1"));
  await check(context, "the mart daily_revenue is its query on PostgreSQL", () => expectEqualMart(context));

  for (const name of KILLS) await checkCrash(context, opened, name);
  await must(context, "after the kills: dbt builds source__shop, and no incident is seen", () =>
    opened.build("source__shop"),
  );
  await checkEquality(context, "after the kills");
  await check(context, "the kills made the connector send changes again", async () => {
    if ((await replays(context)) === 0) throw new Error("no change came twice, so nothing was proven");
  });
  await check(context, "after the kills: the emitted comparison finds no gap and no difference", () =>
    opened.dbt(["test", "--select", "tag:reconcile"]),
  );
  await check(context, "progress_shop finds nothing wrong", () =>
    opened.tasks.runTask("shop__connect_health", "progress_shop"),
  );
}

export const chain = {
  name: "chain",
  summary: "the emitted project of shop, from a commit to a mart, through crashes and a new epoch",
  needs: ["airflow-environment", "dbt-environment", "postgres", "kafka", "connect", "trino"],
  async run(context) {
    const project = projectsOrFail().find(({ name }) => name === "shop");
    if (project === undefined) throw new Error("the example shop is not compiled");
    const opened = [];
    const open = (folder, label) => {
      opened.push(openProject(context, folder, label));
      return opened.at(-1);
    };
    try {
      await sourceDatabases(context, project);
      await context.parts.postgres.runFile("shop", ROWS);
      await useCatalogs(context, project);
      await landExternals(context, project);
      await firstEpoch(context, open(project, "epoch-1"));
      await secondEpoch(context, open);
    } finally {
      for (const { tasks } of opened) tasks.stop();
      await clearAway(context);
    }
  },
};

async function secondEpoch(context, open) {
  const { parts } = context;
  const project = await must(context, "the example compiles with epoch 2", () => compileEpochTwo(context));
  const opened = open(project, "epoch-2");
  const gone = await must(context, "rows go while no connector runs", async () => {
    await stopConnector(context, "shop-shop-source");
    const rows = await parts.postgres.query(
      "shop",
      `with gone as (delete from shop.parcels where number in (select number from shop.parcels order by number limit 7) returning 1)
       select count(*) from gone`,
    );
    await parts.postgres.query("shop", "select harness.tick()");
    return Number(rows);
  });
  expectSame("rows that went", gone, 7);
  await provision(context, opened, "epoch 2");
  await parts.postgres.query("shop", "select count(harness.tick()) from generate_series(1, 5)");
  await bringUpToDate(context, opened, "epoch 2");
  await checkEquality(context, "epoch 2");
  await check(context, "rows that went unseen are ghosts that became deletes", () =>
    expectGhosts(context, gone),
  );
  await check(context, "the runbook removes epoch 1", () => removeEpochOne(context, project));
  await check(context, "only epoch 2 is left", () => expectOneEpoch(context));
  await parts.postgres.query("shop", "select count(harness.tick()) from generate_series(1, 5)");
  await bringUpToDate(context, opened, "after the removal of epoch 1");
  await checkEquality(context, "after the removal of epoch 1");
}

/** Stops the tasks of a connector, as an administrator would; its offsets stay. */
async function stopConnector({ parts: { connect } }, name) {
  const response = await fetch(`${connect.url}/connectors/${name}/stop`, { method: "PUT" });
  if (!response.ok) throw new Error(`Connect: ${response.status} ${await response.text()}`);
  await waitUntil(`${name} is stopped`, 60, async () => (await connect.status(name)).tasks.length === 0);
}

async function expectGhosts({ parts: { trino } }, least) {
  const { rows } = await trino.query(
    "select count(*) from lake.shop_base.parcels where _is_deleted and _odp_epoch = 2",
  );
  if (rows[0][0] < least)
    throw new Error(`${rows[0][0]} rows are deleted by epoch 2, wanted at least ${least}`);
}

async function expectOneEpoch({ parts: { connect, kafka, postgres } }) {
  expectSame("connectors", (await connect.names()).sort(), ["shop-shop-sink", "shop-shop-source-e2"]);
  expectSame(
    "slots",
    await postgres.query("shop", "select slot_name from pg_replication_slots"),
    "odp_shop_shop_e2",
  );
  expectSame(
    "publications",
    await postgres.query("shop", "select pubname from pg_publication"),
    "odp_shop_shop_e2",
  );
  const list = ["--bootstrap-server", kafka.bootstrap, "--list"];
  const topics = (await kafka.tool("org.apache.kafka.tools.TopicCommand", list)).split("\n");
  expectNone(
    "topics of epoch 1",
    topics.filter((topic) => /^(__debezium-heartbeat\.)?shop_shop(\.|$)/.test(topic)),
  );
}
