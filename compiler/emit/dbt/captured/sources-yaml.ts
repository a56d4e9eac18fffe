import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaDbtValue } from "../../../text/jinja.ts";
import { type YamlValue, yaml } from "../../../text/yaml.ts";
import { ownership } from "../ownership.ts";

/** The changelogs of a source, as a source of dbt. */
export function sourcesYaml(source: SourcePlan): string {
  const document = {
    sources: [
      {
        name: source.bronzeSchema,
        schema: source.bronzeSchema,
        loader: "Debezium and the Iceberg sink",
        description: jinjaDbtValue(`Every change of ${source.name}, all epochs; only added to.`),
        config: {
          ...ownership({ owner: source.owner, tags: ["cdc", ...source.tags] }),
          loaded_at_field: "_kafka_timestamp",
          // A quiet table is no error; what proves that nothing is missing is the barrier of the source's DAG.
          freshness: { warn_after: { count: 1, period: "day" }, error_after: null },
        },
        tables: [...source.tables.map(changelog), snapshotEnds(source)],
      },
    ],
  };
  return header("hash", source.file) + yaml(document);
}

function changelog(table: TablePlan): YamlValue {
  return {
    name: table.lakeTable,
    description: jinjaDbtValue(
      `One row a change of ${table.name}, from topic ${table.topic} and those of older epochs.`,
    ),
    config: { ...ownership(table), event_time: "_kafka_timestamp" },
  };
}

function snapshotEnds(source: SourcePlan): YamlValue {
  const column = (name: string, type: string, description: string): YamlValue => ({
    name,
    data_type: type,
    description,
  });
  return {
    name: source.snapshotEndsTable,
    description:
      "Where the topics of an epoch ended when its snapshot was complete. Written once an epoch by the source's DAG.",
    config: { freshness: null },
    columns: [
      column("topic", "varchar", "Topic of an epoch."),
      column("kafka_partition", "bigint", "Partition; every partition has a row, empty ones too."),
      column(
        "first_offset",
        "bigint",
        "Where the snapshot begins that was completed, 0 unless another was given up.",
      ),
      column("end_offset", "bigint", "Next offset of the partition at that moment, 0 where it is empty."),
      column("read_at", "timestamp(6) with time zone", "When the end was read."),
    ],
  };
}
