// Values for charts of others. No registry at hand serves the charts, so nothing renders them here. Superset's keys were
// read in apache/superset `helm/superset/values.yaml`; those of the first level in trinodb/charts 1.42 and
// openwhisk-deploy-kube; Airflow's are from the documentation of its chart.
import { trinoProperties } from "../../../text/properties.ts";
import { type YamlValue, yaml } from "../../../text/yaml.ts";
import type { DeploySection } from "../section.ts";
import { environment, fromSecret } from "./values.ts";
import { airflowAccount, googleServiceAccount, lakeClaim, resources, trinoAccount } from "./workloads.ts";

/** A file of values for each chart. */
export function chartValues(plan: DeploySection): readonly (readonly [chart: string, values: YamlValue])[] {
  return [
    ["airflow", airflow(plan)],
    ["trino", trino(plan)],
    ...(plan.deploy.hasSuperset ? [["superset", superset(plan)] as const] : []),
    ...(plan.deploy.hasOpenwhisk ? [["openwhisk", OPENWHISK] as const] : []),
  ];
}

/** Charts run values through Go's templates. */
const literal = (text: string): string => text.replaceAll("{{", '{{ "{{" }}');

function airflow(plan: DeploySection): YamlValue {
  const { deploy } = plan;
  const claim = lakeClaim(plan);
  const account = { create: false, name: airflowAccount(plan) };
  const part = (cpu: string, memory: string) => ({
    serviceAccount: account,
    resources: resources(cpu, memory),
    ...(claim === undefined ? {} : { extraVolumes: [claim.volume], extraVolumeMounts: [claim.mount] }),
  });
  return {
    airflowVersion: deploy.images.airflowVersion,
    images: { airflow: { repository: `registry.example.com/${deploy.slug}-airflow`, tag: "1" } },
    executor: "KubernetesExecutor",
    // A text, as the chart wants it: it is run through Go's templates.
    extraEnv: literal(yaml(environment(plan, deploy.airflow))),
    env: [
      { name: "AIRFLOW__CORE__LOAD_EXAMPLES", value: "False" },
      { name: "AIRFLOW__CORE__DEFAULT_TIMEZONE", value: "utc" },
      { name: "AIRFLOW__CORE__DAGS_FOLDER", value: `/opt/odp/${deploy.project}/airflow/dags` },
    ],
    secret: [
      {
        envName: "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
        secretName: `${deploy.slug}-secrets`,
        secretKey: "AIRFLOW_DATABASE_URI",
      },
      {
        envName: "AIRFLOW__CORE__FERNET_KEY",
        secretName: `${deploy.slug}-secrets`,
        secretKey: "AIRFLOW_FERNET_KEY",
      },
      {
        envName: "AIRFLOW__API_AUTH__JWT_SECRET",
        secretName: `${deploy.slug}-secrets`,
        secretKey: "AIRFLOW_JWT_SECRET",
      },
      {
        envName: "AIRFLOW__API__SECRET_KEY",
        secretName: `${deploy.slug}-secrets`,
        secretKey: "AIRFLOW_JWT_SECRET",
      },
    ],
    // The DAGs are in the image: workers and scheduler see the same ones.
    dags: { persistence: { enabled: false }, gitSync: { enabled: false } },
    postgresql: { enabled: false },
    redis: { enabled: false },
    apiServer: part("500m", "1Gi"),
    scheduler: part("500m", "1Gi"),
    dagProcessor: part("250m", "1Gi"),
    triggerer: part("250m", "1Gi"),
    workers: part("500m", "2Gi"),
  };
}

function trino(plan: DeploySection): YamlValue {
  const { catalogs, config, deploy } = plan;
  const claim = lakeClaim(plan);
  const volumes =
    claim === undefined ? {} : { additionalVolumes: [claim.volume], additionalVolumeMounts: [claim.mount] };
  return {
    fullnameOverride: `${deploy.slug}-trino`,
    image: { tag: String(config.versions.trino) },
    // The chart's own samples stay unless they are taken away.
    catalogs: new Map<string, YamlValue>([
      ["tpch", null],
      ["tpcds", null],
      ...catalogs.map(({ name, properties }) => [name, catalogText(properties)] as const),
    ]),
    env: environment(plan, deploy.trino),
    serviceAccount: {
      create: false,
      name: trinoAccount(plan),
      ...(googleServiceAccount(plan) === undefined ? {} : { annotations: googleServiceAccount(plan) ?? {} }),
    },
    server: { workers: 2 },
    coordinator: { jvm: { maxHeapSize: "3G" }, resources: resources("1", "4Gi"), ...volumes },
    worker: { jvm: { maxHeapSize: "6G" }, resources: resources("2", "8Gi"), ...volumes },
  };
}

function catalogText(properties: readonly (readonly [string, string])[]): string {
  const entries = properties.map(([key, value]) => {
    const name = /^\$\{ENV:([A-Za-z0-9_]+)\}$/.exec(value)?.[1];
    return [key, name === undefined ? value : { environment: name }] as const;
  });
  return literal(trinoProperties(entries));
}

/** The chart's own init containers wait for the database that the chart would bring along. */
function superset(plan: DeploySection): YamlValue {
  const { slug } = plan.deploy;
  return {
    fullnameOverride: `${slug}-superset`,
    image: { repository: `registry.example.com/${slug}-superset`, tag: "1" },
    extraEnvRaw: ["SUPERSET_ADMIN_PASSWORD", "SUPERSET_DATABASE_URI", "SUPERSET_SECRET_KEY"].map((name) =>
      fromSecret(plan, name),
    ),
    configOverrides: {
      database: [
        "import os",
        'SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]',
        'SQLALCHEMY_DATABASE_URI = os.environ["SUPERSET_DATABASE_URI"]',
        "",
      ].join("\n"),
    },
    postgresql: { enabled: false },
    // The chart writes the password into a shell script, where this is a variable; its own default is `admin`.
    init: { loadExamples: false, adminUser: { password: '"$SUPERSET_ADMIN_PASSWORD"' }, initContainers: [] },
    supersetNode: {
      replicas: { enabled: true, replicaCount: 2 },
      initContainers: [],
      resources: resources("500m", "2Gi"),
    },
    supersetWorker: {
      replicas: { enabled: true, replicaCount: 1 },
      initContainers: [],
      resources: resources("250m", "2Gi"),
    },
  };
}

/** Its runtimes end with an old Node.js: give `whisk.runtimes` a list with `nodejs:20` from its own repository. */
const OPENWHISK: YamlValue = {
  whisk: {
    ingress: { type: "Standard", useInternally: true },
    limits: { actions: { time: { max: "10m" }, memory: { max: "512m" } } },
    testing: { includeTests: false },
  },
  k8s: { persistence: { enabled: true } },
  invoker: { containerFactory: { impl: "kubernetes" } },
};
