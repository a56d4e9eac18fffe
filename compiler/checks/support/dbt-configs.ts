// Settings of dbt models that a user may give. Source: `ModelConfig` of dbt-core 1.12 and dbt-trino 1.11, without
// those that the compiler sets.
export const DBT_CONFIGS: readonly string[] = [
  "batch_size",
  "begin",
  "concurrent_batches",
  "docs",
  "enabled",
  "event_time",
  "full_refresh",
  "incremental_predicates",
  "lookback",
  "merge_exclude_columns",
  "merge_update_columns",
  "on_configuration_change",
  "on_schema_change",
  "persist_docs",
  "post_hook",
  "pre_hook",
  "quoting",
  "sql_header",
  // The six of dbt-trino. dbt itself takes any misspelling of them without a word.
  "grace_period",
  "omit_base_location_root",
  "on_table_exists",
  "properties",
  "view_security",
  "views_enabled",
];

/** Settings that the compiler writes itself, with the word of the language that says it. */
export const OWN_DBT_CONFIGS: Readonly<Record<string, string>> = {
  access: "`outputs` of a pipeline",
  alias: "the name of the model",
  contract: "`contract`",
  database: "the environment",
  description: "`description`",
  grants: "nothing: dbt-trino refuses it when the model runs",
  group: "`owner`",
  incremental_strategy: "`materialize`",
  materialized: "`materialize`",
  meta: "`tags` and `description`",
  partitioned_by: "`partitionBy`",
  schema: "the layer of the model",
  sorted_by: "`sortBy`",
  tags: "`tags`",
  unique_key: "`materialize: incremental({ key: [..] })`",
};

/** Values that dbt takes without a word, where only these mean something. */
export const DBT_CONFIG_VALUES: Readonly<Record<string, readonly string[]>> = {
  on_schema_change: ["ignore", "fail", "append_new_columns", "sync_all_columns"],
  on_table_exists: ["rename", "drop", "replace", "skip"],
  view_security: ["definer", "invoker"],
};
