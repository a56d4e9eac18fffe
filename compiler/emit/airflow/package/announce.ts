/** `announce.py` of the package beside the DAGs. */
export const ANNOUNCE = String.raw`"""Announce an output when everything that it needs was built and tested well; else say what is wrong."""

import logging
from collections.abc import Mapping
from typing import Any

from .as_of import oldest, set_as_of
from .outcome import failure_text

log = logging.getLogger(__name__)


def announce_output(
    output: str,
    file: str,
    needs: dict[str, list[str]],
    as_of_inputs: list[str],
    waiting: list[str],
    **context: Any,
) -> None:
    """Let the assets of this task know that their tables are good.

    needs are models by the task that builds them; waiting are those who read the output.
    """
    from airflow.sdk.exceptions import AirflowFailException

    outcomes = {task: context["ti"].xcom_pull(task_ids=task, key="outcome") for task in needs}
    problems = problems_of(needs, outcomes)
    if problems:
        raise AirflowFailException(message(output, file, problems, waiting, sorted(needs)))
    known: dict[str, Any] = {}
    for outcome in outcomes.values():
        for name, as_of in outcome["as_of"].items():
            known[name] = oldest([as_of, known[name]]) if name in known else as_of
    # What no source of ours stands behind is as fresh as this run.
    started = oldest(outcome["started"] for outcome in outcomes.values())
    as_of = oldest(known.get(name) for name in as_of_inputs) if as_of_inputs else started
    set_as_of(context, as_of)
    log.info("%s is good as of %s", output, as_of or "an unknown time: an input was not announced yet")


def check_inputs(reader: str, file: str, needs: dict[str, list[str]], **context: Any) -> None:
    """Fail when something that a step reads was not built and tested well."""
    from airflow.sdk.exceptions import AirflowFailException

    outcomes = {task: context["ti"].xcom_pull(task_ids=task, key="outcome") for task in needs}
    problems = problems_of(needs, outcomes)
    if problems:
        raise AirflowFailException(message(reader, file, problems, [], sorted(needs)))


def problems_of(needs: Mapping[str, list[str]], outcomes: Mapping[str, Any]) -> list[str]:
    """A line for each model that is not good, as its task told."""
    problems = []
    for task, models in needs.items():
        outcome = outcomes[task]
        if outcome is None:
            problems.append(f"task {task} did not end: nothing is known of {', '.join(models)}")
            continue
        for name in models:
            failure = outcome["failed"].get(name)
            if failure is not None:
                problems += [failure_text(name, failure)]
                roots = [root for root in failure["because"] if root in outcome["failed"]]
                problems += [failure_text(root, outcome["failed"][root]) for root in roots]
            elif name not in outcome["built"]:
                problems.append(f"model {name} was not built")
    return problems


def message(output: str, file: str, problems: list[str], waiting: list[str], tasks: list[str]) -> str:
    lines = [f"{output} (declared in {file}) is not announced:", *problems]
    if waiting:
        lines.append(f"Who waits: {'; '.join(waiting)}")
    lines.append(
        f"Next: mend the model or its data, then clear the task {' and '.join(tasks)} with what follows."
    )
    lines.append("It builds only what failed; what was announced stays as it is.")
    return "\n".join(lines)
`;
