// Marts by period on a real Trino: after every run the periods of the window equal their full rebuild, whatever
// happened to the rows behind them, and no reader sees a state between two runs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dbtSession } from "../clients/dbt.mjs";
import { expectNone, expectSame } from "../lib/context.mjs";
import { lakeCatalogProperties, prepareCatalogDatabase } from "../parts/lake.mjs";
import { CHANGES } from "./changes.mjs";
import { differences, fullRebuilds, MARTS, newestPeriod, statesBetween } from "./marts.mjs";
import { emitProject, runnerOf } from "./project.mjs";
import {
  addOrders,
  cancelled,
  change,
  createWorld,
  daysAgo,
  deleted,
  itemsOf,
  movedTo,
  ordersBetween,
  priced,
} from "./world.mjs";

const CATALOG = "periods";
const SEED = 20_260_131;
const HOUR = 3_600_000;
const BUILD = ["run", "--selector", "main"];

export const periods = {
  name: "periods",
  summary: "marts by period equal their full rebuild, for every reader at every time",
  needs: ["dbt-environment", "postgres", "trino"],
  async run(context) {
    const session = dbtSession(context.parts["dbt-environment"]);
    try {
      const lane = await prepare(context, session);
      await firstBuild(lane);
      for (const [round, kinds] of rounds(lane).entries()) await oneRound(lane, round + 1, kinds);
      await pauseAndFarFuture(lane);
      await beforeWindow(lane);
      await mutants(lane);
    } finally {
      session.stop();
    }
  },
};

async function prepare(context, session) {
  const { parts } = context;
  await prepareCatalogDatabase(context, CATALOG);
  await parts.trino.replaceCatalog(CATALOG, "iceberg", lakeCatalogProperties(context, CATALOG));
  const query = (sql) => parts.trino.query(sql, { catalog: CATALOG });
  const emitted = await emitProject(context);
  const runner = runnerOf(context, session, emitted, "periods-run", CATALOG);
  const world = await createWorld(query, SEED);
  // Four months that end in a pause of three weeks; nothing of it counts as a recent change.
  const orders = Array.from({ length: 1500 }, () => ({
    at: daysAgo(21 + world.random.below(120)) + world.random.below(24 * 60) * 60_000,
  }));
  await addOrders(world, orders, daysAgo(19));
  return { context, session, query, emitted, runner, world, newest: 21, rebuilds: new Map() };
}

async function firstBuild(lane) {
  const { context, query, runner } = lane;
  await context.check("dbt parses the project without a deprecation", () =>
    runner.dbt(["parse", "--show-all-deprecations", "--warn-error-options", '{"error":["Deprecations"]}']),
  );
  await context.check("the first run builds everything", async () => {
    await runner.dbt(BUILD);
    lane.rebuilds = await fullRebuilds(runner);
    for (const mart of MARTS) expectNone(mart.name, await differences(query, lane.rebuilds, mart, null));
  });
}

/** Every kind of change comes up once, in threes. */
function rounds({ world }) {
  const kinds = world.random.shuffled(Object.keys(CHANGES));
  return [kinds.slice(0, 3), kinds.slice(3, 6), kinds.slice(6)];
}

async function oneRound(lane, round, kinds) {
  await holds(lane, `round ${round}: ${kinds.join(", ")}`, async () => {
    for (const kind of kinds) await CHANGES[kind](lane.world, lane.newest);
  });
}

/** Makes changes, runs dbt and compares. */
async function holds(lane, what, make) {
  const { context, query, runner, rebuilds } = lane;
  await context.check(what, async () => {
    const newest = new Map();
    for (const mart of MARTS) newest.set(mart.name, await newestPeriod(query, mart));
    await make();
    const [watched] = MARTS;
    const seen = await statesBetween(query, watched, () => runner.dbt(BUILD));
    expectNone("states between two runs", seen);
    for (const mart of MARTS)
      expectNone(mart.name, await differences(query, rebuilds, mart, newest.get(mart.name)));
  });
}

async function pauseAndFarFuture(lane) {
  const { world } = lane;
  const at = Date.parse("2999-12-31T10:00:00Z");
  await holds(lane, "a pause of three weeks is caught up, and an order dated 2999 comes in", async () => {
    const late = Array.from({ length: 150 }, () => ({
      at: daysAgo(2 + world.random.below(18)) + world.random.below(24) * HOUR,
    }));
    await addOrders(world, [...late, { at, status: "paid" }]);
  });
  lane.newest = 2;
  await holds(lane, "with it in the table, days vanish and orders come late", async () => {
    await CHANGES["a day vanished"](world, lane.newest);
    await CHANGES["late orders"](world, lane.newest);
  });
  await holds(lane, "it is corrected, and orders come in around the midnight of both zones", async () => {
    await change(world, "orders", ordersBetween(world, at, at + HOUR), movedTo(daysAgo(3)));
    await CHANGES["orders around midnight"](world, 0);
  });
  lane.newest = 1;
}

/** The two tests of late changes: the one of every run, and the one that computes the whole model again. */
const LATE = { everyRun: "revenue_by_day__before_window", onRequest: "revenue_by_day__full_comparison" };

/** Days of the rows that each compiled test finds, and how many of the tests warn. */
async function daysFound({ query, runner }) {
  const output = await runner.dbt(["test", "--select", ...Object.values(LATE)]);
  const compiled = join(runner.folder, "target", "compiled", "odp_periods", "tests");
  const daysOf = async (name) => {
    const sql = readFileSync(join(compiled, `${name}.sql`), "utf8");
    const { rows } = await query(`select distinct cast(day as varchar) from (${sql}) order by 1`);
    return rows.map(([day]) => day);
  };
  const warnings = Number(/WARN=(\d+)/.exec(output)?.[1]);
  return { everyRun: await daysOf(LATE.everyRun), onRequest: await daysOf(LATE.onRequest), warnings };
}

const NO_DAYS = { everyRun: [], onRequest: [], warnings: 0 };

async function beforeWindow(lane) {
  const { context, query, world, runner, rebuilds } = lane;
  const noon = (days) => daysAgo(days) + 6 * HOUR;
  const isoDay = (days) => new Date(daysAgo(days)).toISOString().slice(0, 10);
  const ordersOf = (days) =>
    ordersBetween(world, daysAgo(days) - 3 * HOUR, daysAgo(days) + 21 * HOUR).filter(
      ({ status }) => status === "paid",
    );
  const withItems = (days) => ordersOf(days).filter((order) => itemsOf(world, [order]).length > 0);
  await context.check("nothing lies before the window at first", async () =>
    expectSame("days", await daysFound(lane), NO_DAYS),
  );
  await context.check("the days of late changes are named, and no others", async () => {
    await addOrders(world, [{ at: noon(40), status: "paid" }]);
    await change(world, "items", itemsOf(world, ordersOf(50)).slice(0, 1), priced(0.01));
    await change(world, "orders", withItems(60).slice(0, 1), deleted);
    await change(world, "orders", withItems(70).slice(0, 1), cancelled);
    // A row that moved is found in every run where it stands now, and on request where it stood too.
    await change(world, "orders", withItems(80).slice(0, 1), movedTo(noon(90)));
    // A new order without items changes nothing in the mart.
    const last = itemsOf(world, world.orders.slice(-1)).length > 0 ? [40] : [];
    await runner.dbt(BUILD);
    expectSame("days", await daysFound(lane), {
      everyRun: [90, 70, 60, 50, ...last].map(isoDay),
      onRequest: [90, 80, 70, 60, 50, ...last].map(isoDay),
      warnings: 2,
    });
  });
  await context.check("a backfill of the days named brings them in order, and touches no other", async () => {
    const others = () =>
      query(
        `select to_hex(checksum(row(day, channel, revenue, orders))) from marts.revenue_by_day where day not between date '${isoDay(90)}' and date '${isoDay(40)}'`,
      );
    const before = await others();
    const range = { ODP_BACKFILL_FROM: isoDay(90), ODP_BACKFILL_TO: isoDay(40) };
    const output = await runner.dbt(["run", "--selector", "backfill__revenue_by_day"], range);
    if (/Unable to do partial parsing/.test(output)) throw new Error("dbt parsed everything again");
    expectSame("days", await daysFound(lane), NO_DAYS);
    expectSame("other days", (await others()).rows, before.rows);
    const [mart] = MARTS;
    expectNone("differences", await differences(query, rebuilds, mart, null));
  });
}

/** The comparison itself has to be able to fail. */
async function mutants(lane) {
  const mutate = (name, file, change) => {
    const runner = runnerOf(lane.context, lane.session, lane.emitted, name, CATALOG);
    const path = join(runner.folder, file);
    const text = readFileSync(path, "utf8");
    const changed = change(text);
    if (changed === text) throw new Error(`${file} has changed: the mutant ${name} does not`);
    writeFileSync(path, changed);
    return runner;
  };
  const [mart] = MARTS;
  const build = (runner) => runner.dbt(["run", "--select", mart.name]);
  /** A day vanishes, and the mutant runs: what readers saw meanwhile, and the rows that it left wrong. */
  const outcomeOf = async (runner) => {
    const newest = await newestPeriod(lane.query, mart);
    await CHANGES["a day vanished"](lane.world, lane.newest);
    const seen = await statesBetween(lane.query, mart, () => build(runner));
    return { seen, wrong: await differences(lane.query, lane.rebuilds, mart, newest) };
  };
  await lane.context.check("a strategy that forgets vanished rows is caught", async () => {
    const { wrong } = await outcomeOf(
      mutate("mutant-vanished", "macros/replace_periods.sql", (text) =>
        text.replace("from vanished\n", "from vanished where false\n"),
      ),
    );
    if (wrong.length === 0) throw new Error("it gave the right rows");
    await build(lane.runner);
  });
  await lane.context.check("delete and insert by period is caught, and the hole in it is seen", async () => {
    const { seen, wrong } = await outcomeOf(
      mutate("mutant-delete-insert", `models/marts/${mart.name}.sql`, (text) =>
        text
          .replace("'replace_periods'", "'delete+insert'")
          .replace("unique_key=['day', 'channel']", "unique_key=['day']"),
      ),
    );
    if (wrong.length === 0) throw new Error("it gave the right rows");
    if (seen.length === 0) throw new Error("nobody saw a state between");
  });
  await holds(lane, "the next right run mends what they did", () =>
    CHANGES["late orders"](lane.world, lane.newest),
  );
}
