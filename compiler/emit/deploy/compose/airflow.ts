import type { YamlValue } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";
import { after, extending, health, lakeAccess, local, type Services } from "./parts.ts";
import { environment, required } from "./values.ts";

const API = "http://airflow-api-server:8080";
const PASSWORDS = "/opt/airflow/secrets/passwords.json";

/** What the parts of Airflow have in common: the image, every setting, the lake. */
export function airflowBase(plan: DeploySection): YamlValue {
  const lake = lakeAccess(plan);
  return {
    build: { context: "../..", dockerfile: "deploy/images/airflow.Dockerfile" },
    image: `${plan.deploy.slug}-airflow`,
    environment: airflowSettings(plan),
    volumes: ["airflow-logs:/opt/airflow/logs", "airflow-secrets:/opt/airflow/secrets", ...lake.volumes],
    ...lake.secrets,
  };
}

/** Airflow in its four parts, and what prepares its database before them. */
export function airflowServices(plan: DeploySection): Services {
  const part = (command: string, own: Readonly<Record<string, YamlValue>>): YamlValue => ({
    extends: extending("airflow"),
    command: [command],
    ...own,
    restart: "unless-stopped",
  });
  const ready = after({ "airflow-init": "done" });
  const alive = (job: string): YamlValue =>
    health(`airflow jobs check --job-type ${job} --hostname "$$HOSTNAME"`, 90, 60);
  return {
    "airflow-init": {
      extends: extending("airflow"),
      user: "0:0",
      entrypoint: ["/bin/bash", "-c"],
      command: [initScript(plan)],
      environment: { ODP_AIRFLOW_ADMIN_PASSWORD: required("ODP_AIRFLOW_ADMIN_PASSWORD") },
      depends_on: after({ postgres: "healthy", ...lakeAccess(plan).needs }),
      mem_limit: "1g",
      restart: "no",
    },
    "airflow-api-server": part("api-server", {
      ports: local(8081, 8080),
      depends_on: ready,
      healthcheck: health("curl -fsS http://127.0.0.1:8080/api/v2/version", 60),
      mem_limit: "1g",
    }),
    "airflow-scheduler": part("scheduler", {
      depends_on: after({ "airflow-api-server": "healthy", trino: "healthy" }),
      healthcheck: health("curl -fsS http://127.0.0.1:8974/health", 60),
      // Tasks run in it, dbt too.
      mem_limit: "3g",
    }),
    "airflow-dag-processor": part("dag-processor", {
      depends_on: ready,
      healthcheck: alive("DagProcessorJob"),
      mem_limit: "768m",
    }),
    "airflow-triggerer": part("triggerer", {
      depends_on: ready,
      healthcheck: alive("TriggererJob"),
      mem_limit: "768m",
    }),
  };
}

function airflowSettings(plan: DeploySection): ReadonlyMap<string, string> {
  const own = {
    AIRFLOW__CORE__EXECUTOR: "LocalExecutor",
    AIRFLOW__CORE__PARALLELISM: "8",
    AIRFLOW__CORE__LOAD_EXAMPLES: "False",
    AIRFLOW__CORE__DEFAULT_TIMEZONE: "utc",
    AIRFLOW__CORE__FERNET_KEY: required("ODP_AIRFLOW_FERNET_KEY"),
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `${API}/execution/`,
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: "admin:admin",
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE: PASSWORDS,
    AIRFLOW__API__SECRET_KEY: required("ODP_AIRFLOW_JWT_SECRET"),
    AIRFLOW__API_AUTH__JWT_SECRET: required("ODP_AIRFLOW_JWT_SECRET"),
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: `postgresql+psycopg2://odp_airflow:${required("ODP_AIRFLOW_DATABASE_PASSWORD")}@postgres:5432/airflow`,
    AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK: "True",
  };
  return new Map([
    ...Object.entries(own),
    ...environment(plan.deploy.airflow),
    ...Object.entries(lakeAccess(plan).environment),
  ]);
}

/** Database, pools, the administrator's password; the parts run as the image's own user. */
function initScript({ deploy: { project } }: DeploySection): string {
  return [
    "set -eu",
    "umask 077",
    `printf '{"admin": "%s"}' "$$ODP_AIRFLOW_ADMIN_PASSWORD" > ${PASSWORDS}`,
    "chown -R airflow:root /opt/airflow/secrets /opt/airflow/logs",
    "su -m airflow -s /bin/bash -c 'export HOME=/home/airflow; " +
      `airflow db migrate && airflow pools import /opt/odp/${project}/airflow/pools.json'`,
  ].join("\n");
}
