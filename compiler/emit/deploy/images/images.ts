import { header } from "../../../text/header.ts";
import type { Artifact } from "../../target.ts";
import { type DeploySection, deployFile } from "../section.ts";

/** Where the folder of plugins lies in the image of Kafka Connect. */
export const PLUGIN_PATH = "/opt/connect/plugins";

/** Build files of the images that are no one else's: Airflow with DAGs and dbt, Connect with its plugins, Superset. */
export function imageFiles(plan: DeploySection): readonly Artifact[] {
  const { images, hasSuperset } = plan.deploy;
  const file = (name: string, text: string): Artifact => deployFile(plan, `images/${name}`, text);
  return [
    file("airflow.Dockerfile", airflowDockerfile(plan)),
    file("airflow.Dockerfile.dockerignore", "*\n!airflow\n!dbt\n!deploy/images\n"),
    file("airflow.lock.txt", images.airflowLock),
    file("dbt.lock.txt", images.dbtLock),
    ...(plan.sources.length === 0
      ? []
      : [
          file("connect.Dockerfile", connectDockerfile(plan)),
          file("connect.Dockerfile.dockerignore", "*\n!deploy/images\n"),
          {
            path: "deploy/images/connect.pom.xml",
            text: header("markup", plan.deploy.configFile) + connectPom(plan),
            from: [],
          },
        ]),
    ...(hasSuperset ? [file("superset.Dockerfile", supersetDockerfile(plan))] : []),
  ];
}

/** `RUN` with one command a line. */
const run = (...commands: readonly string[]): string => `RUN ${commands.join(" \\\n && ")}\n`;

function airflowDockerfile({ deploy: { images, project } }: DeploySection): string {
  const extras = images.airflowExtras.map((extra) => ` ${extra}`).join("");
  return [
    "# Airflow with the project's DAGs, and dbt beside it: their packages exclude each other, so dbt has an environment",
    "# of its own. Both locks are whole: nothing is chosen when the image is built. Build it from the output's folder.",
    `FROM ${images.airflow}`,
    "USER root",
    "RUN install -d -o airflow -g root /opt/dbt /opt/odp",
    "USER airflow",
    "COPY deploy/images/airflow.lock.txt deploy/images/dbt.lock.txt /opt/odp/",
    run("pip install --no-cache-dir --no-deps -r /opt/odp/airflow.lock.txt") +
      (extras === "" ? "" : run(`pip install --no-cache-dir -c /opt/odp/airflow.lock.txt${extras}`)) +
      run(
        "python -m venv /opt/dbt",
        "PIP_USER=false /opt/dbt/bin/pip install --no-cache-dir --no-deps --only-binary :all: -r /opt/odp/dbt.lock.txt",
      ) +
      `ENV AIRFLOW__CORE__DAGS_FOLDER=/opt/odp/${project}/airflow/dags ODP_DBT=/opt/dbt/bin/dbt`,
    `COPY --chown=airflow:root airflow /opt/odp/${project}/airflow`,
    `COPY --chown=airflow:root dbt /opt/odp/${project}/dbt`,
    "",
  ].join("\n");
}

const MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";

function connectDockerfile({ deploy: { images } }: DeploySection): string {
  return [
    "# Kafka Connect with Debezium and the Iceberg sink. Kafka's own classes come from the worker.",
    `FROM ${images.maven} AS plugins`,
    "WORKDIR /build",
    "COPY deploy/images/connect.pom.xml pom.xml",
    run(
      `mvn -q -B ${MAVEN_PLUGIN}:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=org.apache.kafka,org.slf4j -DoutputDirectory=/plugins/iceberg-sink`,
      `mvn -q -B ${MAVEN_PLUGIN}:copy -Dartifact=${images.debezium} -DoutputDirectory=/build/debezium`,
      "mkdir -p /plugins/debezium",
      "tar -xzf debezium/*.tar.gz -C /plugins/debezium --strip-components=1",
    ),
    `FROM ${images.kafka}`,
    `COPY --from=plugins /plugins ${PLUGIN_PATH}`,
    "",
  ].join("\n");
}

function connectPom({ deploy: { images } }: DeploySection): string {
  return [
    "<!-- The Iceberg sink has no archive: these modules are it. -->",
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    "  <modelVersion>4.0.0</modelVersion>",
    "  <groupId>odp</groupId>",
    "  <artifactId>connect-plugins</artifactId>",
    "  <version>1</version>",
    "  <packaging>pom</packaging>",
    "  <dependencies>",
    ...images.sink.map(
      ({ group, artifact, version }) =>
        `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
    ),
    "  </dependencies>",
    "</project>",
    "",
  ].join("\n");
}

function supersetDockerfile({ deploy: { images } }: DeploySection): string {
  return [
    "# Superset with the drivers of Trino and of its own database.",
    `FROM ${images.superset}`,
    "USER root",
    run(`. /app/.venv/bin/activate`, `uv pip install --no-cache ${images.supersetExtras.join(" ")}`) +
      "USER superset",
    "COPY superset_config.py /app/pythonpath/superset_config.py",
    "",
  ].join("\n");
}
