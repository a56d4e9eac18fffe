// Arguments of Airflow's operators that a user may give to a step. Source: `BaseOperator` of the Task SDK 1.3
// (Airflow 3.3), without those that the compiler sets or that other systems decide.
export const OPERATOR_ARGUMENTS: readonly string[] = [
  "depends_on_past",
  "do_xcom_push",
  "ignore_first_depends_on_past",
  "map_index_template",
  "max_active_tis_per_dag",
  "max_active_tis_per_dagrun",
  "max_retry_delay",
  "multiple_outputs",
  "pool",
  "pool_slots",
  "priority_weight",
  "queue",
  "run_as_user",
  "task_display_name",
  "wait_for_downstream",
  "wait_for_past_depends_before_skipping",
  "weight_rule",
];

/** Arguments that the compiler sets itself, with the word of the language that says it. */
export const OWN_ARGUMENTS: Readonly<Record<string, string>> = {
  task_id: "the name of the step",
  dag: "the pipeline",
  doc_md: "`description`",
  owner: "`owner`",
  retries: "`retries`",
  retry_delay: "`retryAfter` of the pipeline",
  execution_timeout: "`timeout`",
  trigger_rule: "`reads`",
  inlets: "`reads`",
  outlets: "`writes`",
  bash_command: "`run`",
  sql: "`run`",
  endpoint: "`run`",
  image: "`run`",
  command: "`run`",
  env: "`run`",
};

/** Arguments that Airflow 3 only warns about, and what to use instead. */
export const GONE_ARGUMENTS: Readonly<Record<string, string>> = {
  sla: "`deadline` of the pipeline",
  email_on_failure: "`alerts` of the pipeline",
  email_on_retry: "`alerts` of the pipeline",
  provide_context: "nothing: it is always so",
};
