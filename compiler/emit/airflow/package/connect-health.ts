/** `connect_health.py` of the package beside the DAGs. */
export const CONNECT_HEALTH = String.raw`"""Look after the connectors: restart what failed, and see whether they get on.

A connector that is RUNNING may still do nothing: a sink with a wrong route moves its offsets and writes no
row. So progress is looked at, not only state.
"""

import logging
from typing import Any

from . import CATALOG
from .kafka import topic_ends
from .services import connect, postgres, quoted, text, trino

log = logging.getLogger(__name__)


def look_after_connector(connector: str, **context: Any) -> None:
    """Restart the failed parts of a connector; fail, so that somebody is told, when there were any."""
    from airflow.sdk.exceptions import AirflowFailException

    status = connect(f"connectors/{connector}/status")
    problems = problems_of(status)
    if not problems:
        return
    failed = any(part["state"] == "FAILED" for part in (status["connector"], *status["tasks"]))
    if failed:
        connect(f"connectors/{connector}/restart?includeTasks=true&onlyFailed=true", method="POST")
        problems.append("Restarted what had failed. The next run shows whether that was enough.")
    raise AirflowFailException("\n".join([f"connector {connector} does not run:", *problems]))


def problems_of(status: Any) -> list[str]:
    """A line for the connector and each task that is not RUNNING, with the end of its trace."""
    parts = [("connector", status["connector"]), *((f"task {task['id']}", task) for task in status["tasks"])]
    problems = [
        f"{name} is {part['state']}{cause(part)}" for name, part in parts if part["state"] != "RUNNING"
    ]
    return problems if status["tasks"] else [*problems, "it has no task"]


def cause(part: Any) -> str:
    """The innermost cause of a Java trace."""
    lines = [line.strip() for line in part.get("trace", "").splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by:")] or lines[:1]
    return f": {causes[-1]}" if causes else ""


def look_at_progress(
    connection: str,
    slot: str,
    slot_megabytes: int,
    sink_connector: str,
    schema: str,
    topics: dict[str, str],
    late_seconds: int,
    **context: Any,
) -> None:
    """Fail when the slot holds back too much WAL, or when the sink has records to write and writes none."""
    from airflow.sdk.exceptions import AirflowFailException

    problems = [
        *slot_problems(postgres(connection, slot_query(slot)), slot, slot_megabytes),
        *sink_problems(sink_connector, schema, topics, late_seconds),
    ]
    if problems:
        raise AirflowFailException("\n".join(problems))


def slot_query(slot: str) -> str:
    return (
        "select active, wal_status, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) / 1048576 "  # noqa: S608
        f"from pg_replication_slots where slot_name = {text(slot)}"
    )


def slot_problems(rows: list[tuple[Any, ...]], slot: str, limit_megabytes: int) -> list[str]:
    """What is wrong with a slot. Over half of the limit is a problem: at the limit the slot is lost."""
    if not rows:
        return [f"the database has no slot {slot}: raise the epoch of the source, and take a new snapshot"]
    ((active, status, held),) = rows
    problems = []
    if status == "lost":
        problems.append(f"slot {slot} is lost: raise the epoch of the source, and take a new snapshot")
    if not active:
        problems.append(f"nobody reads slot {slot}")
    if held is not None and float(held) > limit_megabytes / 2:
        problems.append(
            f"slot {slot} holds back {float(held):,.0f} MB of WAL; at {limit_megabytes:,} MB it is lost"
        )
    return problems


def sink_problems(sink: str, schema: str, topics: dict[str, str], late_seconds: int) -> list[str]:
    """Tables whose topic has records that are not in the table, though the newest commit is long ago."""
    ends = topic_ends(sorted(topics))
    taken: dict[str, int] = {}
    for entry in connect(f"connectors/{sink}/offsets")["offsets"]:
        topic = entry["partition"]["kafka_topic"]
        taken[topic] = taken.get(topic, 0) + ((entry["offset"] or {}).get("kafka_offset") or 0)
    problems = []
    for topic, table in sorted(topics.items()):
        behind = sum(ends[topic].values()) - taken.get(topic, 0)
        age = seconds_since_commit(schema, table)
        if behind > 0 and (age is None or age > late_seconds):
            written = "never" if age is None else f"{age / 60:,.0f} minutes ago"
            problems.append(f"{schema}.{table}: {behind} records wait in {topic}, last commit {written}")
    return problems


def seconds_since_commit(schema: str, table: str) -> float | None:
    snapshots = quoted(CATALOG, schema, f"{table}$snapshots")
    ((age,),) = trino(f"select to_unixtime(now()) - to_unixtime(max(committed_at)) from {snapshots}")  # noqa: S608
    return None if age is None else float(age)
`;
