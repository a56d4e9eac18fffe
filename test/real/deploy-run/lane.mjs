// `odp deploy` and `odp doctor` on real PostgreSQL, Kafka, Connect and Trino: a first deployment that fails half-way, its rerun, changes by
// hand, changes that lose data, a table that is added.
import { expectNone, expectSame } from "../lib/context.mjs";
import { waitUntil } from "../lib/service.mjs";
import { buildCommand, DATABASE, odp, openCopy, prepareWorld, sourceCatalog } from "./world.mjs";

const SINK = "deployed-shop-sink";
const SOURCE = "deployed-shop-source";
const TOPIC = "deployed_shop.public.orders";
const INTERVAL = "iceberg.control.commit.interval-ms";

function expectRun({ code, text }, wanted, ...phrases) {
  const missing = phrases.filter((phrase) => !text.includes(phrase));
  if (code !== wanted || missing.length > 0)
    throw new Error(`exit ${code}, wanted ${wanted}; without ${JSON.stringify(missing)}:\n${text}`);
}

async function connector({ parts: { connect } }, name, path = "") {
  const response = await fetch(`${connect.url}/connectors/${name}${path}`);
  return response.status === 404 ? undefined : response.json();
}

async function firstDeployment(context, deploy) {
  const { check, parts } = context;
  const { postgres } = parts;
  await check("--dry-run on an empty world lists everything and makes nothing", async () => {
    expectRun(
      await deploy("--dry-run"),
      0,
      "+ iceberg_catalog",
      `+ topic_${TOPIC}`,
      "+ sink_shop",
      "+ source_shop",
    );
    expectSame("connectors", await parts.connect.names(), []);
    expectSame("schema odp", await postgres.query(DATABASE, "select to_regnamespace('odp')"), "");
  });
  await check("without --yes nobody is asked where nobody is, and nothing is done", async () => {
    expectRun(await deploy(), 2, "--yes");
    expectSame("schema odp", await postgres.query(DATABASE, "select to_regnamespace('odp')"), "");
  });
  await check("a missing connection is named", async () =>
    expectRun(
      await deploy("--dry-run", { AIRFLOW_CONN_ODP_TRINO: "" }),
      1,
      "AIRFLOW_CONN_ODP_TRINO is not set",
    ),
  );
  await check("an unreachable server is named, and nothing was done", async () =>
    expectRun(
      await deploy("--yes", { AIRFLOW_CONN_ODP_KAFKA_CONNECT: "http://127.0.0.1:9" }),
      1,
      "127.0.0.1:9 does not answer",
      "Nothing was done",
    ),
  );
  await check("a failure half-way says what was done, why it failed and what is left", async () => {
    await postgres.query(DATABASE, "alter table public.orders drop column total");
    expectRun(
      await deploy("--yes"),
      1,
      "FAILED at preflight_shop",
      "Done before it, and kept: iceberg_catalog, capture_shop",
      "Not begun: topic_",
      "run the same command again",
    );
    expectSame("connectors", await parts.connect.names(), []);
  });
  await check("the rerun goes on where it ended, and both connectors run", async () => {
    await postgres.query(DATABASE, "alter table public.orders add column total numeric(12,2) not null");
    const { code, text } = await deploy("--yes");
    expectRun({ code, text }, 0, `done  topic_${TOPIC}`, "done  tables_shop", "done  source_shop");
    if (text.includes("done  capture_shop")) throw new Error(`what was done was done again:\n${text}`);
    for (const name of [SINK, SOURCE]) await parts.connect.waitRunning(name);
  });
  await check("a second run finds everything as wanted", async () =>
    expectRun(await deploy("--yes"), 0, "everything is as wanted", "nothing had to be done"),
  );
  await check("no password is printed", async () => {
    const { text } = await deploy("--dry-run");
    expectNone(
      "texts",
      ["postgres://", "password"].filter((word) => text.includes(word)),
    );
  });
}

/** `odp doctor` before anything is there, and when all is well. */
async function examine(context, doctor) {
  const { check, parts } = context;
  const { postgres } = parts;
  await check("the doctor finds all well but what it was not told of", async () => {
    const { code, text } = await doctor();
    expectRun(
      { code, text },
      0,
      "ok    Kafka Connect 4.3.1",
      "ok    PostgresConnector 3.7.0.Final",
      "ok    Trino 476",
    );
    expectRun(
      { code, text },
      0,
      "ok    lake can be written",
      "is read, and holds back",
      "pools and DAGs were not looked at",
    );
    if (text.includes("FAIL")) throw new Error(text);
  });
  await check("the doctor names a connection that is missing and a password that is wrong", async () => {
    const wrong = (
      await doctor({ AIRFLOW_CONN_ODP_SHOP_PG: `postgres://odp:wrong@127.0.0.1:${postgres.port}/shop` })
    ).text;
    if (!/FAIL .*password authentication failed/.test(wrong)) throw new Error(wrong);
    if (wrong.includes("wrong@")) throw new Error(`it shows the password:\n${wrong}`);
    expectRun(await doctor({ AIRFLOW_CONN_ODP_KAFKA: "" }), 1, "FAIL  AIRFLOW_CONN_ODP_KAFKA is not set");
  });
  await check("the doctor names a login that may not replicate, with the fix", async () => {
    await postgres.query(DATABASE, "drop role if exists weak");
    await postgres.query(DATABASE, "create role weak login password 'weak'");
    await postgres.query(DATABASE, "grant odp_deployed_shop_capture to weak");
    expectRun(
      await doctor({ AIRFLOW_CONN_ODP_SHOP_PG: `postgres://weak:weak@127.0.0.1:${postgres.port}/shop` }),
      1,
      "FAIL ",
      "alter role .. replication",
    );
    await postgres.query(DATABASE, "drop owned by weak");
    await postgres.query(DATABASE, "drop role weak");
  });
  await check("the doctor names a table that is not published, and a connector that is paused", async () => {
    await postgres.query(DATABASE, "alter publication odp_deployed_shop drop table public.orders");
    await parts.connect.pause(SOURCE);
    await waitUntil(
      "it is paused",
      30,
      async () => (await parts.connect.status(SOURCE)).connector.state === "PAUSED",
    );
    const { code, text } = await doctor();
    expectRun({ code, text }, 1, `${SOURCE} is PAUSED`, "public.orders");
    await postgres.query(DATABASE, "alter publication odp_deployed_shop add table public.orders");
    await parts.connect.resume(SOURCE);
    await parts.connect.waitRunning(SOURCE);
  });
  await check("the doctor names a catalog that is missing", async () => {
    await parts.trino.query("drop catalog shop_pg");
    expectRun(await doctor(), 1, "FAIL  there is no catalog shop_pg", "etc/catalog");
    await sourceCatalog(context);
  });
}

async function changesByHand(context, deploy) {
  const { check, parts } = context;
  await check(
    "a connector that was changed by hand is shown with three sides, and stops the deployment",
    async () => {
      const config = await connector(context, SINK, "/config");
      await parts.connect.put(SINK, { ...config, [INTERVAL]: "30000" });
      expectRun(
        await deploy("--yes"),
        1,
        INTERVAL,
        "deployed  2000",
        "now       30000   <- changed by hand",
        "wanted    2000",
        "--overwrite sink_shop",
      );
      expectSame("the interval", (await connector(context, SINK, "/config"))[INTERVAL], "30000");
    },
  );
  await check("named, it is overwritten", async () => {
    expectRun(await deploy("--yes", "--overwrite", "sink_shop"), 0, "done  sink_shop");
    expectSame("the interval", (await connector(context, SINK, "/config"))[INTERVAL], "2000");
  });
  await check("a paused connector is seen, and resumed when it is named", async () => {
    await parts.connect.pause(SOURCE);
    await waitUntil(
      "it is paused",
      30,
      async () => (await parts.connect.status(SOURCE)).connector.state === "PAUSED",
    );
    expectRun(await deploy("--yes"), 1, "now       PAUSED   <- changed by hand", "--overwrite source_shop");
    expectRun(await deploy("--yes", "--overwrite", "source_shop"), 0, "done  source_shop");
    await parts.connect.waitRunning(SOURCE);
  });
  await check("a table that was taken out of the publication by hand is seen, and put back", async () => {
    await parts.postgres.query(DATABASE, "alter publication odp_deployed_shop drop table public.orders");
    expectRun(await deploy("--yes"), 1, "published public.orders", "--overwrite capture_shop");
    expectRun(await deploy("--yes", "--overwrite", "capture_shop"), 0, "done  capture_shop");
  });
  await check("only the systems that are named are touched", async () => {
    const config = await connector(context, SINK, "/config");
    await parts.connect.put(SINK, { ...config, [INTERVAL]: "30000" });
    expectRun(await deploy("--yes", "--target", "kafka", "trino"), 0, "everything is as wanted");
    expectRun(await deploy("--yes", "--overwrite", "sink_shop"), 0, "done  sink_shop");
  });
}

async function changesOfTheProject(context, deploy, copy) {
  const { check, parts } = context;
  await check("less retention loses data: it is named before it is done", async () => {
    copy.declare('retention: "7d"', 'retention: "4d"');
    const operation = `topic_${TOPIC}`;
    expectRun(await deploy("--yes"), 1, "LOSES DATA", "older than 4.0 days", `--accept-loss ${operation}`);
    expectRun(await deploy("--yes", "--accept-loss", operation), 0, `done  ${operation}`);
    copy.restore();
    expectRun(await deploy("--yes"), 0, `done  ${operation}`);
  });
  await check("a table that is added gets its topic, its changelog and a snapshot", async () => {
    copy.declare("// TABLES", "customers: { id: pg.bigint().primaryKey(), name: pg.text() },");
    expectRun(
      await deploy("--yes"),
      0,
      "done  topic_deployed_shop.public.customers",
      "then ask for a snapshot of public.customers",
      "done  source_shop",
    );
    await waitUntil("its rows are in the lake", 120, async () => {
      const { rows } = await parts.trino.query("select count(*) from lake.shop_bronze.customers");
      return rows[0][0] === 2;
    });
  });
  await check("a table that is taken away loses changes: it is named before it is done", async () => {
    copy.restore();
    expectRun(
      await deploy("--yes"),
      1,
      "changes of public.customers are no longer captured",
      "No longer declared, and left as it is: topic_deployed_shop.public.customers",
    );
  });
  await check("an operation that is not there is a wrong use", async () =>
    expectRun(await deploy("--overwrite", "sink_shp"), 2, "there is no operation sink_shp"),
  );
}

/** What would outlive the lane. */
async function clearAway({ parts: { connect, postgres } }) {
  for (const name of await connect.names()) await connect.remove(name);
  await postgres.query(
    DATABASE,
    "select pg_terminate_backend(active_pid, 5000) from pg_replication_slots where active and database = 'shop'",
  );
  await postgres.query(
    DATABASE,
    "select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = 'shop'",
  );
}

export const deployRun = {
  name: "deploy-run",
  summary:
    "odp deploy and odp doctor on real systems: half-way and again, changes by hand, losses, what is wrong",
  needs: ["postgres", "kafka", "connect", "trino"],
  async run(context) {
    await prepareWorld(context);
    const command = buildCommand();
    const copy = openCopy(context);
    const deploy = (...args) => {
      const env = typeof args.at(-1) === "object" ? args.pop() : {};
      return odp(command, copy, ["deploy", copy.folder, ...args], env);
    };
    try {
      await firstDeployment(context, deploy);
      await examine(context, (env = {}) => odp(command, copy, ["doctor", copy.folder], env));
      await changesByHand(context, deploy);
      await changesOfTheProject(context, deploy, copy);
    } finally {
      command.remove();
      copy.remove();
      await clearAway(context);
    }
  },
};
