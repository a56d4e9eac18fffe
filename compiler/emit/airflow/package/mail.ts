/** `mail.py` of the package beside the DAGs. */
export const MAIL = String.raw`"""Mail what went wrong without failing anything."""

import html
from typing import Any


def mail_test_warnings(
    builds: list[str], connection: str, to: list[str], sender: str | None, **context: Any
) -> None:
    """Mail the tests that warned in some build tasks; no warning, no mail."""
    from airflow.providers.smtp.hooks.smtp import SmtpHook

    outcomes = [context["ti"].xcom_pull(task_ids=task, key="outcome") for task in builds]
    warnings = [warning for outcome in outcomes if outcome for warning in outcome["warnings"]]
    if not warnings:
        return
    lines = "\n".join(html.escape(warning) for warning in warnings)
    dag_id = context["dag"].dag_id
    with SmtpHook(smtp_conn_id=connection) as smtp:
        smtp.send_email_smtp(
            to=to,
            from_email=sender,
            subject=f"{dag_id}: {len(warnings)} tests warn",
            html_content=f"<pre>{lines}</pre><p>Run {html.escape(context['run_id'])}</p>",
        )
`;
