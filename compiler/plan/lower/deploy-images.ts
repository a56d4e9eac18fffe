import { debeziumArchive, icebergSinkArtifacts } from "../../facts/connect-plugins.ts";
import * as images from "../../facts/images.ts";
import { AIRFLOW_LOCK, DBT_LOCK } from "../../facts/python-locks.ts";
import type { ProjectConfig } from "../../graph/config.ts";
import type { ImagesPlan } from "../deploy.ts";

/** The images of the project's versions. */
export function lowerImages({ versions, warehouse }: ProjectConfig): ImagesPlan {
  const isBucket = warehouse.startsWith("gs:");
  return {
    postgres: images.POSTGRES_IMAGE[versions.postgres],
    kafka: images.kafkaImage(versions.kafka),
    trino: images.trinoImage(versions.trino),
    airflow: images.AIRFLOW_IMAGE[versions.airflow],
    airflowVersion: images.AIRFLOW_VERSION[versions.airflow],
    superset: images.SUPERSET_IMAGE,
    openwhisk: images.OPENWHISK_IMAGE,
    mail: images.MAIL_IMAGE,
    maven: images.MAVEN_IMAGE,
    airflowLock: AIRFLOW_LOCK,
    dbtLock: DBT_LOCK,
    airflowExtras: isBucket ? images.GOOGLE_STORAGE_PACKAGES : [],
    supersetExtras: images.SUPERSET_PACKAGES,
    debezium: debeziumArchive(versions.debezium),
    sink: icebergSinkArtifacts(versions.icebergSink, isBucket),
  };
}
