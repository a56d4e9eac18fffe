// Keys and values that a connector would take, or ignore in silence, and that break what the generated models rely
// on. Each was seen on a running chain or in the connectors' source; the reason says what happens.
import type { KeyProblem } from "./key-problem.ts";

interface Refusal {
  readonly plugin: "debezium-postgres" | "iceberg-sink" | "both";
  readonly key: RegExp;
  /** Values it holds for; absent: every value. */
  readonly value?: RegExp;
  readonly kind: KeyProblem["kind"];
  readonly reason: string;
  readonly suggestion?: string;
}

const FORK =
  "only the frozen fork of Tabular has it, the Apache sink ignores it: it appends and never updates";
const TYPE_TABLE = "the type table and the generated casts hold for another value only";
const SILENT_LOSS = "records that fail are dropped without an error";
const SCHEMA = "with a schema, a NULL arrives as the column's default";

const source = (key: RegExp, value: RegExp, reason: string, suggestion?: string): Refusal => ({
  plugin: "debezium-postgres",
  key,
  value,
  kind: "refused",
  reason,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const sink = (key: RegExp, value: RegExp, reason: string, suggestion?: string): Refusal => ({
  ...source(key, value, reason, suggestion),
  plugin: "iceberg-sink",
});

const REFUSALS: readonly Refusal[] = [
  {
    plugin: "iceberg-sink",
    key: /^iceberg\.tables\.(?:cdc-field|upsert-mode-enabled)$/,
    kind: "fork-only",
    reason: FORK,
  },
  {
    plugin: "iceberg-sink",
    key: /^(?:connector\.class|transforms\.[^.]+\.type)$/,
    value: /^io\.tabular\./,
    kind: "fork-only",
    reason: "it is a class of the frozen fork of Tabular",
  },
  sink(
    /^transforms\.[^.]+\.type$/,
    /^org\.apache\.iceberg\.connect\.transforms\.DebeziumTransform$/,
    "it drops LSN, transaction and snapshot flag, and fails on truncate events and messages",
    "io.debezium.transforms.ExtractNewRecordState on the source",
  ),
  sink(
    /^iceberg\.tables\.auto-create-enabled$/,
    /^true$/i,
    "tables made by the sink have other types than the generated models read",
  ),
  sink(
    /^iceberg\.tables\.dynamic-enabled$/,
    /^true$/i,
    "records of a table that is not there are dropped without an error",
  ),
  sink(/^topics\.regex$/, /./, "topics that match later would have no table; list them in `topics`"),
  source(
    /^skipped\.operations$/,
    /(?:^|,)\s*[cud]\s*(?:,|$)/,
    "inserts, updates or deletes would be lost",
    "t",
  ),
  source(
    /^(?:event\.(?:processing|converting)\.failure\.handling\.mode|lsn\.flush\.timeout\.action)$/,
    /^(?:skip|warn|ignore)$/i,
    SILENT_LOSS,
    "fail",
  ),
  source(/^decimal\.handling\.mode$/, /^(?!string$)/i, TYPE_TABLE, "string"),
  source(/^time\.precision\.mode$/, /^(?!microseconds$)/i, TYPE_TABLE, "microseconds"),
  source(/^interval\.handling\.mode$/, /^(?!string$)/i, TYPE_TABLE, "string"),
  source(/^hstore\.handling\.mode$/, /^(?!json$)/i, TYPE_TABLE, "json"),
  source(/^binary\.handling\.mode$/, /^(?!bytes$)/i, TYPE_TABLE, "bytes"),
  source(/^money\.fraction\.digits$/, /^(?!2$)/, TYPE_TABLE, "2"),
  source(
    /^unavailable\.value\.placeholder$/,
    /^(?!__debezium_unavailable_value$)/,
    "the generated models know the default only",
    "__debezium_unavailable_value",
  ),
  source(
    /^tombstones\.on\.delete$/,
    /^true$/i,
    "the sink skips tombstones, and the proof that no offset is missing would fail",
    "false",
  ),
  source(
    /^slot\.drop\.on\.stop$/,
    /^true$/i,
    "changes made while the connector is stopped would be lost",
    "false",
  ),
  source(/^snapshot\.mode$/, /^always$/i, "every restart would take a new snapshot", "initial"),
  source(/^plugin\.name$/, /^decoderbufs$/i, "it needs an extension in the server", "pgoutput"),
  source(
    /^publication\.autocreate\.mode$/,
    /^all_tables$/i,
    "it publishes every table and needs a superuser",
    "disabled",
  ),
  source(
    /^topic\.creation\.[^.]+\.cleanup\.policy$/,
    /compact/i,
    "compaction destroys the changelog",
    "delete",
  ),
  source(/^internal\./, /^/, "it is an internal key, which may change in any release"),
  {
    plugin: "debezium-postgres",
    key: /^tasks\.max$/,
    value: /^(?!1$)/,
    kind: "wrong-value",
    reason: "the connector has one task",
    suggestion: "1",
  },
  {
    plugin: "debezium-postgres",
    key: /^slot\.name$/,
    value: /^(?!\$\{|[a-z0-9_]{1,63}$)/,
    kind: "wrong-value",
    reason: "a slot's name has 1 to 63 characters of `a-z`, `0-9` and `_`",
  },
  {
    plugin: "debezium-postgres",
    key: /^topic\.prefix$/,
    value: /^(?!\$\{|[a-zA-Z0-9_.-]+$)/,
    kind: "wrong-value",
    reason: "a prefix has letters, digits, `_`, `.` and `-` only",
  },
  {
    plugin: "both",
    key: /^errors\.tolerance$/,
    value: /^all$/i,
    kind: "refused",
    reason: SILENT_LOSS,
    suggestion: "none",
  },
  {
    plugin: "both",
    key: /^(?:key|value)\.converter\.schemas\.enable$/,
    value: /^true$/i,
    kind: "refused",
    reason: SCHEMA,
    suggestion: "false",
  },
  {
    plugin: "both",
    key: /^(?:key|value)\.converter$/,
    value: /^(?!org\.apache\.kafka\.connect\.json\.JsonConverter$)/,
    kind: "refused",
    reason: SCHEMA,
    suggestion: "org.apache.kafka.connect.json.JsonConverter",
  },
];

export function refusedConnectorKey(
  plugin: "debezium-postgres" | "iceberg-sink",
  key: string,
  value: string,
): KeyProblem | undefined {
  const refusal = REFUSALS.find(
    (one) =>
      (one.plugin === plugin || one.plugin === "both") &&
      one.key.test(key) &&
      (one.value?.test(value) ?? true),
  );
  if (refusal === undefined) return undefined;
  const { kind, reason, suggestion } = refusal;
  return suggestion === undefined ? { kind, key, reason } : { kind, key, reason, suggestion };
}
