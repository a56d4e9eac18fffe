"""Mistakes that Airflow accepts when it reads a DAG and that show only when it runs."""

from collections.abc import Iterator
from typing import Any

from croniter import CroniterBadCronError, CroniterBadDateError, croniter

from dag_facts import given_arguments, scheduling_assets
from findings import Finding, first_line

DEFAULT_POOL = "default_pool"


def cron_expressions(timetable: Any) -> Iterator[str]:
    """Expressions of a timetable, also of one that combines others."""
    expression = getattr(timetable, "expression", None)
    if isinstance(expression, str):
        yield expression
    inner = getattr(timetable, "timetable", None)
    for part in (*([inner] if inner else []), *getattr(timetable, "timetables", ())):
        yield from cron_expressions(part)


def cron_problem(expression: str) -> str | None:
    """What is wrong with a cron expression that Airflow takes."""
    if expression.startswith("@"):
        return None
    if len(expression.split()) != 5:
        return f"`{expression}` has not five fields"
    try:
        croniter(expression).get_next()
    except (CroniterBadDateError, CroniterBadCronError) as error:
        return f"`{expression}` never comes: {error}"
    return None


def connection_ids(task: Any) -> Iterator[str]:
    for name, value in given_arguments(task).items():
        if isinstance(value, str) and (name == "conn_id" or name.endswith("_conn_id")):
            yield value


def task_findings(
    dag: Any, task: Any, file: str, pools: frozenset[str] | None, connections: frozenset[str] | None
) -> Iterator[Finding]:
    def finding(kind: str, message: str) -> Finding:
        return Finding(kind, message, file, dag.dag_id, task.task_id)

    if task.retries < 0:
        yield finding("negative-retries", f"retries={task.retries} means none")
    if pools is not None and task.pool != DEFAULT_POOL and task.pool not in pools:
        yield finding("unknown-pool", f"pool `{task.pool}` is in no pools.json: the task would wait for ever")
    given = given_arguments(task)
    if given.get("env") and "bash_command" in given and not given.get("append_env"):
        yield finding("bash-env", "`env` without `append_env=True` takes PATH away")
    if connections is not None:
        for name in connection_ids(task):
            if name not in connections:
                yield finding("unknown-connection", f"connection `{name}` is not listed")


def dag_findings(
    dag: Any, file: str, pools: frozenset[str] | None, connections: frozenset[str] | None
) -> Iterator[Finding]:
    """`pools` and `connections`: what the project declares; None when it says nothing."""
    for expression in cron_expressions(dag.timetable):
        problem = cron_problem(expression)
        if problem:
            yield Finding("cron", problem, file, dag.dag_id)
    try:
        dag.params.validate()
    except Exception as error:  # The library behind it raises types of its own.
        yield Finding("param", first_line(error), file, dag.dag_id)
    for task in dag.tasks:
        yield from task_findings(dag, task, file, pools, connections)


def asset_findings(dags: list[tuple[str, Any]]) -> Iterator[Finding]:
    """Mistakes between files: one name with two addresses, an asset that nobody makes."""
    uris: dict[str, tuple[str, str]] = {}
    produced: set[str] = set()
    for file, dag in dags:
        outlets = [asset for task in dag.tasks for asset in task.outlets]
        produced.update(asset.name for asset in outlets)
        produced.update(asset.name for asset in scheduling_assets(dag) if asset.watchers)
        for asset in (
            *outlets,
            *scheduling_assets(dag),
            *(inlet for task in dag.tasks for inlet in task.inlets),
        ):
            uri, where = uris.setdefault(asset.name, (asset.uri, file))
            if uri != asset.uri:
                message = f"asset `{asset.name}` is `{asset.uri}` here and `{uri}` in {where}"
                yield Finding("asset-clash", message, file, dag.dag_id)
    for file, dag in dags:
        for asset in scheduling_assets(dag):
            if asset.name not in produced:
                yield Finding(
                    "asset-unproduced", f"nothing makes or watches asset `{asset.name}`", file, dag.dag_id
                )
