// PostgreSQL 15 with logical decoding: the source of changes and the database of the Iceberg catalog.
import { chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { psqlClient } from "../clients/psql.mjs";
import { mustRun } from "../lib/command.mjs";
import { timed } from "../lib/report.mjs";
import { startService, waitUntil } from "../lib/service.mjs";

const BINARIES = "/usr/lib/postgresql/15/bin";
const USER = "odp";
const PASSWORD = "odp";
const CLUSTER_RULES = "/etc/postgresql-common/createcluster.d";

const isRoot = () => process.getuid() === 0;

/** PostgreSQL refuses to run as root, so root becomes the user `postgres`. */
const asServer = (program, args) =>
  isRoot()
    ? ["setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, ...args]]
    : [program, args];

async function install() {
  if (existsSync(join(BINARIES, "postgres"))) return;
  await timed("install postgresql-15", async () => {
    const apt = (...args) =>
      mustRun("apt-get", ["-q", "-y", ...args], { env: { DEBIAN_FRONTEND: "noninteractive" } });
    await apt("update");
    // The package would start a server of its own.
    await apt("install", "--no-install-recommends", "postgresql-common");
    mkdirSync(CLUSTER_RULES, { recursive: true });
    writeFileSync(join(CLUSTER_RULES, "no-cluster.conf"), "create_main_cluster = false\n");
    await apt("install", "--no-install-recommends", "postgresql-15");
  });
}

const settings = (port, socketFolder) => `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = '${socketFolder}'
wal_level = logical
max_wal_senders = 10
max_replication_slots = 20
wal_sender_timeout = 10s
timezone = 'UTC'
log_line_prefix = '%m [%p] '
`;

/** Makes an empty cluster in a folder that belongs to the server's user. */
async function initialise(folder, port) {
  const data = join(folder, "postgres");
  mkdirSync(data, { recursive: true });
  const passwordFile = join(folder, "postgres-password");
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o644 });
  if (isRoot()) {
    const owner = Number(await mustRun("id", ["-u", "postgres"]));
    const group = Number(await mustRun("id", ["-g", "postgres"]));
    chownSync(data, owner, group);
  }
  const args = ["-D", join(data, "data"), "-U", USER, `--pwfile=${passwordFile}`];
  await mustRun(
    ...asServer(join(BINARIES, "initdb"), [...args, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C"]),
  );
  writeFileSync(join(data, "data", "postgresql.auto.conf"), settings(port, data));
  return data;
}

export const postgres = {
  name: "postgres",
  needs: [],
  async start({ folder, ports }) {
    await install();
    const port = ports.postgres;
    const data = await initialise(folder, port);
    const client = psqlClient({ host: "127.0.0.1", port, user: USER, password: PASSWORD });
    const launch = async () => {
      const [program, args] = asServer(join(BINARIES, "postgres"), ["-D", join(data, "data")]);
      // An interrupt is PostgreSQL's fast shutdown; it would wait for its clients after a SIGTERM.
      const service = startService(folder, {
        name: "postgres",
        program,
        args,
        stopSignal: "SIGINT",
        cwd: "/",
      });
      await waitUntil("PostgreSQL answers", 300, () => client.query("postgres", "select 1"), service);
      return service;
    };
    let service = await launch();
    await client.createDatabase("iceberg");
    return {
      ...client,
      host: "127.0.0.1",
      port,
      user: USER,
      password: PASSWORD,
      kill: () => service.kill(),
      async restart() {
        await service.stop();
        service = await launch();
      },
      stop: () => service.stop(),
    };
  },
};
