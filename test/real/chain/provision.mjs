// Brings an emitted project to the services in the order in which its provisioning does, with what this machine needs
// otherwise: one broker instead of three, the address of the storage, seconds instead of minutes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectNone } from "../lib/context.mjs";
import { connectorsOf, isSource, runDdl } from "../lib/ground.mjs";

const DATABASE = "shop";
const LOGIN = "chain_login";

/** Keys of the sink for this machine. */
const sinkKeys = ({ parts: { gcs } }) => ({
  ...gcs.sinkKeys,
  // A commit each minute, and up to a minute until a dead member of a group is given up.
  "iceberg.control.commit.interval-ms": "2000",
  "iceberg.control.commit.timeout-ms": "10000",
  "consumer.override.metadata.max.age.ms": "2000",
  "consumer.override.session.timeout.ms": "6000",
  "consumer.override.heartbeat.interval.ms": "2000",
  "iceberg.kafka.session.timeout.ms": "6000",
  "iceberg.kafka.heartbeat.interval.ms": "2000",
  "iceberg.kafka.transaction.timeout.ms": "15000",
});

/** The source's own login has no right but those that the emitted scripts give. */
const LOGIN_KEYS = { "database.user": LOGIN, "database.password": LOGIN };

const script = (project, name) => join(project.folder, "postgres", `${DATABASE}.${name}.sql`);

/** Role, publication, replica identities; a login that may only what these scripts say. */
export async function prepareDatabase({ parts: { postgres } }, project) {
  await postgres.runFile(DATABASE, script(project, "role"));
  await postgres.runFile(DATABASE, script(project, "capture"));
  const role = /create role (\w+) nologin/.exec(readFileSync(script(project, "role"), "utf8"))[1];
  const known = await postgres.query(DATABASE, `select 1 from pg_roles where rolname = '${LOGIN}'`);
  if (known === "") {
    await postgres.query(DATABASE, `create role ${LOGIN} login replication password '${LOGIN}'`);
  }
  await postgres.query(DATABASE, `grant ${role} to ${LOGIN}`);
  const rows = await postgres.fileRows(DATABASE, script(project, "preflight"));
  expectNone(
    "errors of the preflight",
    rows.filter((row) => row.startsWith("error|")),
  );
}

/** Makes the topics of `topics.yaml` with the emitted function, of one replica each. */
export async function makeTopics(tasks, project) {
  const dag = readFileSync(join(project.folder, "airflow", "dags", "shop__provision.py"), "utf8");
  const names = [...dag.matchAll(/task_id="(topic_\w+)"/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error("shop__provision.py makes no topic");
  const kwargs = { replication_factor: 1, config: { "cleanup.policy": "delete" } };
  for (const name of names) await tasks.runTask("shop__provision", name, { kwargs });
}

/** Puts the connectors and waits until they run; `more` are further keys of the source. */
export async function putConnectors(runtime, project, more = {}) {
  const { connect } = runtime.parts;
  // The sink first: without its control topic and tables it would do nothing, and both are there.
  const connectors = connectorsOf(project).sort(
    (left, right) => Number(isSource(left)) - Number(isSource(right)),
  );
  for (const connector of connectors) {
    const overrides = isSource(connector) ? { ...LOGIN_KEYS, ...more } : sinkKeys(runtime);
    await connect.put(connector.name, { ...connector.config, ...overrides });
  }
  for (const { name } of connectors) await connect.waitRunning(name);
}

/** Tables of the lake. */
export const makeTables = (runtime, project) => runDdl(runtime, project);
