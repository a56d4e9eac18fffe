// Airflow in four processes, with a database in PostgreSQL, a bundle of DAG files for each project, and the
// connections they name.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { airflowClient } from "../clients/airflow.mjs";
import { bindingsOf, connectionsOf } from "../lib/bindings.mjs";
import { mustRun } from "../lib/command.mjs";
import { allProjects } from "../lib/projects.mjs";
import { startService, waitUntil } from "../lib/service.mjs";

const COMPONENTS = ["metadatabase", "scheduler", "triggerer", "dag_processor"];

/** Settings of Airflow for a folder of its own; enough for the checker as well, which starts nothing. */
export const airflowSettings = (home, dags) => ({
  AIRFLOW_HOME: home,
  AIRFLOW__CORE__LOAD_EXAMPLES: "False",
  AIRFLOW__CORE__DAGS_FOLDER: dags,
  AIRFLOW__CORE__DEFAULT_TIMEZONE: "utc",
  // The environment is compiled already, and the folders of DAG files are the checkout's own.
  PYTHONDONTWRITEBYTECODE: "1",
  NO_PROXY: "127.0.0.1,localhost",
  no_proxy: "127.0.0.1,localhost",
});

const DATABASE = "airflow";

const serverSettings = (port, { user, password, host, port: postgresPort }) => ({
  // Not SQLite: a task that meets another's lock there fails.
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: `postgresql+psycopg2://${user}:${password}@${host}:${postgresPort}/${DATABASE}`,
  AIRFLOW__CORE__EXECUTOR: "LocalExecutor",
  AIRFLOW__CORE__PARALLELISM: "4",
  AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS: "True",
  AIRFLOW__API__HOST: "127.0.0.1",
  AIRFLOW__API__PORT: String(port),
  AIRFLOW__API__WORKERS: "1",
  AIRFLOW__API__BASE_URL: `http://127.0.0.1:${port}`,
  // It has to follow the port, otherwise no task can report.
  AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `http://127.0.0.1:${port}/execution/`,
  AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK: "False",
  // The files stay as they are during a run: reading them all the time would take half a core from the tests.
  AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL: "60",
  AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL: "60",
  // A busy machine is no error: after 5 seconds without an answer of the API a task would fail.
  AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT: "120",
  AIRFLOW__DAG_PROCESSOR__DAG_FILE_PROCESSOR_TIMEOUT: "180",
  AIRFLOW__WORKERS__EXECUTION_API_TIMEOUT: "60",
});

export const airflow = {
  name: "airflow",
  needs: ["airflow-environment", "dbt-environment", "postgres"],
  async start(runtime) {
    const { folder, ports, parts } = runtime;
    const home = join(folder, "airflow");
    const projects = allProjects();
    const dags = join(home, "dags");
    mkdirSync(dags, { recursive: true });
    const bundles = projects.map((project) => ({
      name: project.name,
      classpath: "airflow.dag_processing.bundles.local.LocalDagBundle",
      kwargs: { path: join(project.folder, "airflow", "dags") },
    }));
    const { bin } = parts["airflow-environment"];
    const env = {
      ...airflowSettings(home, dags),
      ...serverSettings(ports.airflow, parts.postgres),
      AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST: JSON.stringify(bundles),
      ...Object.assign({}, ...projects.map((project) => connectionsOf(runtime, project))),
      // dbt runs inside the tasks.
      ...Object.assign({}, ...projects.map((project) => bindingsOf(runtime, project))),
      // DAGs call `dbt` from an environment of its own.
      PATH: `${bin}:${parts["dbt-environment"].bin}:${process.env.PATH}`,
    };
    const program = join(bin, "airflow");
    const command = (args) => mustRun(program, args, { env });
    const client = airflowClient(`http://127.0.0.1:${ports.airflow}`);
    const launch = (name, args) =>
      startService(folder, { name: `airflow-${name}`, program, args, env, cwd: home });
    await parts.postgres.createDatabase(DATABASE);
    await command(["db", "migrate"]);
    const api = launch("api", ["api-server"]);
    await waitUntil("Airflow's API answers", 600, () => client.health(), api);
    const services = [
      // The log servers of scheduler and triggerer would listen on every interface.
      launch("scheduler", ["scheduler", "--skip-serve-logs"]),
      launch("dag-processor", ["dag-processor"]),
      launch("triggerer", ["triggerer", "--skip-serve-logs"]),
      api,
    ];
    await waitUntil("every part of Airflow is healthy", 600, async () => {
      const health = await client.health();
      return COMPONENTS.every((component) => health[component].status === "healthy");
    });
    return {
      ...client,
      command,
      importPools: (file) => command(["pools", "import", file]),
      stop: () => Promise.all(services.map((service) => service.stop())),
    };
  },
};
