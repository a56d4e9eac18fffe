/** `source.py` of the package beside the DAGs. */
export const SOURCE = String.raw`"""Announce the current tables of a source, each alone, with the as-of time that the barrier proved."""

from typing import Any

from .announce import message, problems_of
from .as_of import set_as_of


def announce_table(table: str, file: str, model: str, waiting: list[str], **context: Any) -> None:
    """Let the asset of a current table know that the table is good."""
    from airflow.sdk.exceptions import AirflowFailException

    ti = context["ti"]
    problems = problems_of({"build": [model]}, {"build": ti.xcom_pull(task_ids="build", key="outcome")})
    if problems:
        raise AirflowFailException(message(f"table {table}", file, problems, waiting, ["build"]))
    set_as_of(context, ti.xcom_pull(task_ids="wait_for_changes")["as_of"])
`;
