/** `dbt.py` of the package beside the DAGs. */
export const DBT = String.raw`"""Build models for a task, and on another try only those that failed."""

import logging
from datetime import UTC, datetime
from typing import Any

from .as_of import as_of_inputs
from .dbt_process import run_build
from .outcome import Outcome, failure_text, held_back, joined

log = logging.getLogger(__name__)

# Another try starts with what the first one left in Airflow's own store, so it may run on another worker.
STORED = "outcome"


def dbt_build(
    selector: str,
    models: dict[str, str],
    after: list[str] | None = None,
    steps: list[str] | None = None,
    **context: Any,
) -> None:
    """Build and test the models of a selector.

    models: its models, with the files that declare them.
    after: tasks that build what these models read; a model that failed there holds back only what reads it.
    steps: tasks that have to end well before anything is built.
    """
    ti, store = context["ti"], context["task_state_store"]
    require_steps(steps or [], context)
    failed_before = {name: failure for task in after or [] for name, failure in failed_in(ti, task).items()}
    before = store.get(STORED)
    first = before or {"as_of": as_of_inputs(context), "started": datetime.now(UTC).isoformat()}
    outcome = joined(before, run_build(selection(selector, before, failed_before)))
    outcome = held_back(outcome, models, failed_before)
    result = {**outcome.as_json(), "as_of": first["as_of"], "started": first["started"]}
    store.set(STORED, result)
    ti.xcom_push(key="outcome", value=result)
    for warning in outcome.warnings:
        log.warning("%s", warning)
    raise_failures(outcome, models)


def selection(selector: str, before: Any, failed_before: dict[str, Any]) -> list[str]:
    """What dbt is asked to build."""
    excluded = [f"{failure['select']}+" for failure in failed_before.values() if "select" in failure]
    exclude = ["--exclude", *excluded] if excluded else []
    if failed_before:
        log.warning("held back, with all that reads it: %s", ", ".join(sorted(failed_before)))
    if before and before["retry"]:
        log.info("only what failed before is built: %s", ", ".join(sorted(before["failed"])))
        return ["--select", *before["retry"], *exclude]
    return ["--select", f"selector:{selector}", *exclude] if exclude else ["--selector", selector]


def raise_failures(outcome: Outcome, models: dict[str, str]) -> None:
    """Fail the task for what went wrong in it; what an earlier task holds back is that one's matter."""
    from airflow.sdk.exceptions import AirflowException, AirflowFailException

    own = {name: failure for name, failure in outcome.failed.items() if failure["kind"] != "held back"}
    if not own:
        return
    message = "\n".join(failure_text(name, failure, models.get(name)) for name, failure in own.items())
    # Wrong data stays wrong: another try would only delay the outputs that are fine.
    if all(failure["kind"] == "test" for failure in own.values()):
        raise AirflowFailException(message)
    raise AirflowException(message)


def failed_in(ti: Any, task: str) -> dict[str, Any]:
    """The models that another task could not build."""
    from airflow.sdk.exceptions import AirflowFailException

    outcome = ti.xcom_pull(task_ids=task, key="outcome")
    if outcome is None:
        raise AirflowFailException(f"task {task} did not end: nothing is known of the models that it builds")
    return outcome["failed"]


def require_steps(steps: list[str], context: Any) -> None:
    """Fail unless all of these tasks ended well."""
    from airflow.sdk.exceptions import AirflowFailException

    if not steps:
        return
    run_id = context["run_id"]
    states = context["ti"].get_task_states(dag_id=context["dag"].dag_id, task_ids=steps, run_ids=[run_id])
    wrong = [step for step in steps if states.get(run_id, {}).get(step) != "success"]
    if wrong:
        raise AirflowFailException(f"not built, because {', '.join(wrong)} did not end well")
`;
