// Images of the systems, by the versions of `odp.config.ts`. Tags are those that the projects publish; digests are a
// matter of whoever deploys: `docker compose config --lock-image-digests` writes them.

/** Tags of Docker's official image of PostgreSQL; minor releases of May 2026. */
export const POSTGRES_IMAGE = {
  15: "postgres:15.18",
  16: "postgres:16.14",
  17: "postgres:17.10",
} as const;

/** Broker, tools and Connect in one image. Source: Apache Kafka, `docker/`. */
export const kafkaImage = (version: string): string => `apache/kafka:${version}`;
export const trinoImage = (version: number): string => `trinodb/trino:${version}`;

/** Release of Airflow, and the Python that its lock and that of dbt are made for. */
export const AIRFLOW_VERSION = { "3.3": "3.3.2" } as const;
export const AIRFLOW_IMAGE = { "3.3": "apache/airflow:slim-3.3.2-python3.11" } as const;
export const SUPERSET_IMAGE = "apache/superset:6.1.0";

/** A server that keeps the mails that it gets, with a page to read them. */
export const MAIL_IMAGE = "axllent/mailpit:v1.27.8";
export const MAVEN_IMAGE = "maven:3.9.11-eclipse-temurin-17";

/** OpenWhisk publishes no versions of this image: `1.0.0` of 2020 knows no Node.js 20. Pin a digest that you tried. */
export const OPENWHISK_IMAGE = "openwhisk/standalone:nightly";

/** Drivers that the image of Superset lacks; versions of the environment in which its bundles were imported. */
export const SUPERSET_PACKAGES = ["trino==0.337.0", "psycopg2-binary==2.9.13", "cachetools==7.1.1"] as const;

/** What watchers read a bucket with. */
export const GOOGLE_STORAGE_PACKAGES = ["pyarrow==26.0.1"] as const;

/** Strimzi that serves `kafka.strimzi.io/v1` and runs the version of Kafka above. */
export const STRIMZI_VERSION = "1.2.0";
