/** `backfill.py` of the package beside the DAGs. */
export const BACKFILL = String.raw`"""Build past periods of incremental models again, some days at a time."""

import json
import logging
from datetime import date, timedelta
from typing import Any

from .dbt_process import compiled, run_build
from .outcome import failure_text
from .services import quoted, trino

log = logging.getLogger(__name__)

# Airflow's own limit of instances of one task is 1,024.
MOST_STEPS = 1000
MOST_NAMED = 20


def plan_periods(targets: dict[str, list[str]], **context: Any) -> list[dict[str, Any]]:
    """The steps of a backfill: arguments for one task instance each. A dry run only logs them.

    targets: the selectors to build, by the name of the model or output that the parameter "what" takes.
    """
    params = context["params"]
    selectors = targets[params["what"]]
    first, last = date.fromisoformat(params["from"]), date.fromisoformat(params["to"])
    steps = [
        {"selectors": selectors, "first": start.isoformat(), "last": end.isoformat()}
        for start, end in ranges(first, last, params["days_per_step"])
    ]
    for step in steps:
        log.info("%s to %s: dbt %s", step["first"], step["last"], " ".join(build_arguments(**step)))
    return [] if params["dry_run"] else steps


def ranges(first: date, last: date, days: int) -> list[tuple[date, date]]:
    """The days from first to last, both included, cut into pieces."""
    from airflow.sdk.exceptions import AirflowFailException

    if last < first:
        raise AirflowFailException(f"nothing to do: {last} lies before {first}")
    count = (last - first).days // days + 1
    if count > MOST_STEPS:
        raise AirflowFailException(f"{count} steps are more than {MOST_STEPS}: take more days per step")
    starts = [first + timedelta(days=days * step) for step in range(count)]
    return [(start, min(start + timedelta(days=days - 1), last)) for start in starts]


def build_arguments(selectors: list[str], first: str, last: str) -> list[str]:
    selected = [f"selector:{selector}" for selector in selectors]
    return ["--select", *selected, "--vars", json.dumps({"odp_from": first, "odp_to": last})]


def run_step(selectors: list[str], first: str, last: str, **context: Any) -> None:
    """Build the periods from first to last again, whole; other periods are not touched."""
    from airflow.sdk.exceptions import AirflowException

    outcome = run_build(build_arguments(selectors, first, last))
    if outcome.failed:
        raise AirflowException("\n".join(failure_text(*failure) for failure in outcome.failed.items()))


def compare_periods(comparisons: dict[str, list[dict[str, str]]], **context: Any) -> None:
    """Compare whole models with a full rebuild; fail and name the periods that differ.

    comparisons: by the name of the model or output that the parameter "what" takes, its models: for each the
    name of the test that compares it and the column of its periods.
    """
    from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

    params = context["params"]
    if not params["compare"]:
        raise AirflowSkipException("not asked for: start the run with compare")
    compared = comparisons[params["what"]]
    queries = compiled([one["test"] for one in compared])
    found = [differing(one["model"], one["period"], queries[one["test"]]) for one in compared]
    problems = [problem for problem in found if problem]
    if problems:
        raise AirflowFailException("\n".join(problems))
    log.info("every period older than the window equals its full rebuild")


def differing(model: str, period: str, query: str) -> str | None:
    """The periods of a model that differ, and the backfill that mends them."""
    rows = trino(
        f"select cast({quoted(period)} as varchar), count(*) from ({query}) group by 1 order by 1"  # noqa: S608
    )
    return differing_text(model, rows) if rows else None


def differing_text(model: str, rows: list[tuple[Any, ...]]) -> str:
    days = [str(day) for day, _ in rows]
    more = f" and {len(days) - MOST_NAMED} more" if len(days) > MOST_NAMED else ""
    named = ", ".join(days[:MOST_NAMED]) + more
    return (
        f"{model}: these periods differ from their full rebuild: {named}\n"
        f"  start this DAG with what = {model}, from = {days[0]}, "
        f"to = the last day of the period {days[-1]}, dry_run off"
    )
`;
