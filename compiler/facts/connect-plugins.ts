// What makes the Iceberg sink, which has no archive of its own. Source: Maven Central; each ran with Kafka 4.3.1.
// Versions of Iceberg never mix: the Google module of 1.11.0 cannot read what 1.12.0 wrote.

/** An artifact of Maven. */
export interface MavenArtifact {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

const HADOOP = "3.4.3";
const POSTGRESQL = "42.7.7";
const MODULES = ["kafka-connect", "kafka-connect-events", "kafka-connect-transforms", "core", "data", "parquet", "orc"];

/** The sink for a warehouse of files, or in a bucket of Google Cloud Storage. */
export function icebergSinkArtifacts(version: string, isBucket: boolean): readonly MavenArtifact[] {
  const modules = [...MODULES, ...(isBucket ? ["gcp", "gcp-bundle"] : [])];
  return [
    ...modules.map((name) => ({ group: "org.apache.iceberg", artifact: `iceberg-${name}`, version })),
    ...["api", "runtime"].map((name) => ({
      group: "org.apache.hadoop",
      artifact: `hadoop-client-${name}`,
      version: HADOOP,
    })),
    { group: "org.postgresql", artifact: "postgresql", version: POSTGRESQL },
  ];
}

/** Archive of the Debezium connector, the plugin folder in it. */
export const debeziumArchive = (version: string): string =>
  `io.debezium:debezium-connector-postgres:${version}:tar.gz:plugin`;
