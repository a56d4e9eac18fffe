// Whom to tell, and how: mails through the SMTP connection of the project.
import type { Alert, PipelineSpec } from "../../../dsl/pipeline.ts";
import type { ProjectConfig } from "../../graph/config.ts";
import { seconds } from "../../graph/config.ts";
import type { PyValue } from "../airflow.ts";
import { connection } from "../names.ts";
import { type Arguments, call, given, literalText, timedelta } from "./airflow-values.ts";

const SMTP_NOTIFIER = "airflow.providers.smtp.notifications.smtp.SmtpNotifier";

/** The connection of the mail server. */
export function smtpConnection(config: ProjectConfig): string {
  return config.alerts === null ? connection.smtp : connection.of(config.alerts.via.name);
}

/** Addresses of a pipeline's alerts of one kind, sorted. */
export function addresses(alerts: readonly Alert[] | undefined, on: Alert["on"]): readonly string[] {
  const found = (alerts ?? []).filter((alert) => alert.on === on).flatMap(({ email }) => email);
  return [...new Set(found)].sort();
}

/**
 * A mail for each task that failed for good. `exception` is the task's own message: it names what failed and what to
 * do next.
 */
export function failureMail(config: ProjectConfig, to: readonly string[]): PyValue | undefined {
  if (to.length === 0) return undefined;
  return call(
    SMTP_NOTIFIER,
    mail(config, to, {
      subject: "{{ dag.dag_id }}.{{ ti.task_id }} failed",
      html_content: "<pre>{{ exception | e }}</pre><p>Run {{ run_id | e }}</p>",
    }),
  );
}

/** Addresses of the project's own alerts, for the DAGs that belong to no pipeline. */
export function projectFailureMail(config: ProjectConfig): PyValue | undefined {
  return failureMail(config, [...(config.alerts?.email ?? [])].sort());
}

/** The DAG's argument for a run that is not done in time. */
export function deadline(config: ProjectConfig, dagId: string, spec: PipelineSpec): Arguments {
  const to =
    addresses(spec.alerts, "late").length > 0
      ? addresses(spec.alerts, "late")
      : addresses(spec.alerts, "failure");
  if (spec.deadline === undefined || to.length === 0) return [];
  const callback = call(
    "airflow.sdk.AsyncCallback",
    {
      kwargs: {
        kind: "dict",
        entries: Object.entries(
          mail(config, to, {
            subject: `${dagId} is late`,
            // A deadline's callback knows the run in its REST form only: its id is `dag_run_id`, and `run_id` renders empty.
            html_content: `<p>Run {{ dag_run.dag_run_id | e }} is not done ${spec.deadline} after it was due.</p>`,
          }),
        ),
      },
    },
    [{ kind: "name", module: SMTP_NOTIFIER.slice(0, SMTP_NOTIFIER.lastIndexOf(".")), name: "SmtpNotifier" }],
  );
  return given({
    deadline: call("airflow.sdk.DeadlineAlert", {
      reference: { kind: "name", module: "airflow.sdk", name: "DeadlineReference.DAGRUN_QUEUED_AT" },
      interval: timedelta(seconds(spec.deadline)),
      callback,
    }),
  });
}

function mail(
  config: ProjectConfig,
  to: readonly string[],
  content: Readonly<Record<string, PyValue>>,
): Readonly<Record<string, PyValue>> {
  return {
    smtp_conn_id: smtpConnection(config),
    ...(config.alerts?.from == null ? {} : { from_email: literalText(config.alerts.from) }),
    to: to.map(literalText),
    ...content,
  };
}
