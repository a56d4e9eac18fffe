// The slot is lost, so the source gets its next epoch; then what was left behind is taken away by the emitted runbook.
import { expectNone, expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import { compileEpochTwo, compileWithoutGifts } from "./compile.mjs";
import { putConnectors } from "./provision.mjs";
import { runPart } from "./runbook.mjs";
import { bringUpToDate, change, checkEquality, must, provision } from "./steps.mjs";

const LOST = "odp_shop_shop";
const SLOT = "odp_shop_shop_e2";

export async function checkNextEpoch(context, opened, open) {
  const { parts } = context;
  const gone = await must(context, "the slot is lost, and rows go unseen", () => loseSlot(parts));
  await context.check("progress_shop says that the epoch has to be raised", () => expectAdvice(opened));
  const next = open(
    await must(context, "the example compiles with epoch 2", () => compileEpochTwo(context)),
    "epoch-2",
  );
  await provision(context, next, "epoch 2");
  await must(context, "epoch 2: both connectors run", () => putConnectors(context, next.project));
  await change(context);
  await bringUpToDate(context, next, "epoch 2");
  await checkEquality(context, "epoch 2");
  await context.check("rows that went unseen are ghosts that became deletes", () =>
    expectGhosts(parts, gone),
  );

  const last = open(
    await must(context, "the example compiles without a table", () => compileWithoutGifts(context)),
    "without-gifts",
  );
  await must(context, "without the table: both connectors run", () => putConnectors(context, last.project));
  await must(context, "the runbook removes epoch 1", () => runPart(context, last.project, "Epoch 1 "));
  await must(context, "the runbook removes the table", () =>
    runPart(context, last.project, "A table ", GIFTS),
  );
  await context.check("only what is declared is left", () => expectDeclared(parts));
  await change(context);
  await bringUpToDate(context, last, "after the removals");
  await checkEquality(context, "after the removals");
  await context.check("the runbook removes all of the source", async () => {
    await runPart(context, last.project, "All of ");
    await expectNothing(parts);
  });
}

// The longer names first: each holds the next.
const GIFTS = { "SCHEMA.TABLE": "shop.gifts", "SCHEMA\\.TABLE": "shop\\.gifts", LAKE_TABLE: "gifts" };

/** Takes the slot away while no connector runs, as PostgreSQL does at the limit of WAL; gives how many rows go unseen. */
async function loseSlot({ connect, postgres }) {
  await connect.stopConnector("shop-shop-source");
  await waitUntil("the slot is dropped", 120, async () => {
    await postgres.query("shop", `select pg_drop_replication_slot('${LOST}')`);
    return true;
  });
  const rows = await postgres.query(
    "shop",
    `with gone as (delete from shop.parcels where number in (select number from shop.parcels order by number limit 7) returning 1)
     select count(*) from gone`,
  );
  expectSame("rows that went", rows, "7");
  return 7;
}

async function expectAdvice(opened) {
  const failure = await opened.health("progress_shop").catch(({ message }) => message);
  if (!/no slot odp_shop_shop: raise the epoch/.test(failure)) throw new Error(`it says: ${failure}`);
}

async function expectGhosts({ trino }, least) {
  const { rows } = await trino.query(
    "select count(*) from lake.shop_base.parcels where _is_deleted and _odp_epoch = 2",
  );
  if (rows[0][0] < least)
    throw new Error(`${rows[0][0]} rows are deleted by epoch 2, wanted at least ${least}`);
}

async function topicsOf({ kafka }) {
  const list = ["--bootstrap-server", kafka.bootstrap, "--list"];
  const topics = (await kafka.tool("org.apache.kafka.tools.TopicCommand", list)).split("\n");
  return topics.filter((topic) => /^(__debezium-heartbeat\.)?shop[_-]shop/.test(topic)).sort();
}

const lines = (text) => text.split("\n").filter((line) => line !== "");

async function expectDeclared(parts) {
  const { connect, postgres, trino } = parts;
  expectSame("connectors", (await connect.names()).sort(), ["shop-shop-sink", "shop-shop-source-e2"]);
  expectSame("slots", lines(await postgres.query("shop", "select slot_name from pg_replication_slots")), [
    SLOT,
  ]);
  expectSame("publications", lines(await postgres.query("shop", "select pubname from pg_publication")), [
    SLOT,
  ]);
  const published = lines(await postgres.query("shop", "select tablename from pg_publication_tables"));
  expectNone(
    "published tables",
    published.filter((table) => table === "gifts"),
  );
  const topics = await topicsOf(parts);
  expectNone(
    "topics of epoch 1, or of the table",
    topics.filter((topic) => /shop_shop(\.|$)/.test(topic) || topic.endsWith(".gifts")),
  );
  const { rows } = await trino.query(
    "select table_schema from lake.information_schema.tables where table_name = 'gifts'",
  );
  expectSame("tables of the lake", rows, []);
}

async function expectNothing(parts) {
  const { connect, postgres, trino } = parts;
  expectSame("connectors", await connect.names(), []);
  expectSame("slots", await postgres.query("shop", "select slot_name from pg_replication_slots"), "");
  expectSame("publications", await postgres.query("shop", "select pubname from pg_publication"), "");
  expectSame("topics", await topicsOf(parts), []);
  const { rows } = await trino.query(
    "select schema_name from lake.information_schema.schemata where schema_name in ('shop', 'shop_base', 'shop_bronze')",
  );
  expectSame("schemas", rows, []);
}
