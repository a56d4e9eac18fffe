"""Jinja: Airflow reads it when a task runs; here it is compiled and its names looked up."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import jinja2
from airflow.sdk import BaseNotifier
from airflow.sdk.api.datamodels._generated import DagRun
from airflow.sdk.definitions._internal.templater import LiteralValue
from airflow.sdk.execution_time import macros
from airflow.sdk.execution_time.task_runner import RuntimeTaskInstance
from jinja2 import meta, nodes

from dag_facts import scheduling_assets
from findings import Finding, first_line

# Names of a task's context, from `RuntimeTaskInstance.get_template_context` of Airflow 3.3.2.
ALWAYS = frozenset(
    "dag inlets map_index_template outlets run_id task task_instance ti outlet_events inlet_events macros "
    "params var conn task_state_store asset_state_store dag_run partition_key partition_date "
    "triggering_asset_events task_instance_key_str task_reschedule_count prev_start_date_success "
    "prev_end_date_success".split()
)
# These exist only when the run has a logical date; a run that an asset event started has none.
WITH_A_DATE = frozenset(
    "logical_date ds ds_nodash ts ts_nodash ts_nodash_with_tz data_interval_start data_interval_end "
    "prev_data_interval_start_success prev_data_interval_end_success".split()
)
# A callback's context has these besides.
IN_CALLBACKS = frozenset({"exception", "reason", "try_number"})
# A deadline's callback gets the run as the REST interface shows it, and nothing of a task.
IN_DEADLINES = frozenset({"dag_run", "deadline"})


@cache
def attributes() -> dict[str, frozenset[str]]:
    """Attributes of the names whose type is known; `params` is the DAG's own."""
    instance = frozenset(RuntimeTaskInstance.model_fields) | frozenset(dir(RuntimeTaskInstance))
    return {
        "ti": instance,
        "task_instance": instance,
        "dag_run": frozenset(DagRun.model_fields),
        "macros": frozenset(dir(macros)),
    }


@cache
def rest_dag_run() -> frozenset[str]:
    """Attributes of a run in a deadline's callback. `run_id` is none of them: it would render as nothing."""
    from airflow.api_fastapi.core_api.datamodels.dag_run import DAGRunResponse

    return frozenset(DAGRunResponse.model_fields)


def texts(value: Any, seen: frozenset[int] = frozenset()) -> Iterator[str]:
    """Every string that Airflow would render inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, LiteralValue) or id(value) in seen:
        return
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item, seen | {id(value)})
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from texts(item, seen | {id(value)})


def pulled_tasks(tree: nodes.Template) -> Iterator[str]:
    """Task ids that `ti.xcom_pull(task_ids="...")` names."""
    for call in tree.find_all(nodes.Call):
        pulls = isinstance(call.node, nodes.Getattr) and call.node.attr == "xcom_pull"
        given = {pair.key: pair.value for pair in call.kwargs}
        if not pulls or "dag_id" in given:
            continue
        ids = given.get("task_ids") or (call.args[0] if call.args else None)
        for item in ids.items if isinstance(ids, (nodes.List, nodes.Tuple)) else [ids]:
            if isinstance(item, nodes.Const) and isinstance(item.value, str):
                yield item.value


def text_problems(
    text: str, environment: jinja2.Environment, names: frozenset[str], known: dict[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Mistakes of one template as (kind, message)."""
    try:
        tree = environment.parse(text)
        environment.compile(tree)
    except jinja2.TemplateError as error:
        yield "template-syntax", f"{type(error).__name__}: {error} in {text!r}"
        return
    for name in sorted(meta.find_undeclared_variables(tree) - names):
        if name not in environment.globals:
            kind = "template-date" if name in WITH_A_DATE else "template-name"
            yield kind, f"`{name}` is undefined in {text!r}"
    for access in tree.find_all(nodes.Getattr):
        if isinstance(access.node, nodes.Name) and access.attr not in known.get(
            access.node.name, {access.attr}
        ):
            yield "template-name", f"`{access.node.name}.{access.attr}` is undefined in {text!r}"


def task_problems(task: Any, dag: Any, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    environment = dag.get_template_env(force_sandboxed=False)
    known = {**attributes(), "params": frozenset(task.params) | frozenset(dag.params)}
    endings = tuple(task.template_ext)
    upstream = {above.task_id for above in task.get_flat_relatives(upstream=True)}
    for field in task.template_fields:
        for text in texts(getattr(task, field, None)):
            if endings and text.endswith(endings):
                # Airflow takes such a text for the name of a file.
                try:
                    environment.get_template(text)
                except jinja2.TemplateNotFound:
                    yield "template-file", f"{field}: TemplateNotFound, since it ends like a file: {text!r}"
                except jinja2.TemplateError as error:
                    yield "template-syntax", f"{field}: {first_line(error)}"
                continue
            for kind, message in text_problems(text, environment, names, known):
                yield kind, f"{field}: {message}"
            if "xcom_pull" in text:
                for wanted in pulled_tasks(environment.parse(text)):
                    if wanted not in upstream:
                        yield (
                            "template-xcom",
                            f"{field}: pulls from `{wanted}`, which does not run before `{task.task_id}`",
                        )


def notifiers(owner: Any) -> Iterator[BaseNotifier]:
    """Notifiers that the callbacks of a DAG or a task use."""
    for event in (
        "on_success_callback",
        "on_failure_callback",
        "on_retry_callback",
        "on_execute_callback",
        "on_skipped_callback",
    ):
        callbacks = getattr(owner, event, None) or []
        for callback in callbacks if isinstance(callbacks, (list, tuple)) else [callbacks]:
            if isinstance(callback, BaseNotifier):
                yield callback


def notifier_problems(owner: Any, dag: Any, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    environment = dag.get_template_env(force_sandboxed=False)
    for notifier in notifiers(owner):
        for field in notifier.template_fields:
            for text in texts(getattr(notifier, field, None)):
                if text.endswith(tuple(getattr(notifier, "template_ext", ())) or ("\0",)):
                    continue
                for kind, message in text_problems(text, environment, names | IN_CALLBACKS, {}):
                    yield kind, f"{type(notifier).__name__}.{field}: {message}"


def deadline_problems(dag: Any) -> Iterator[tuple[str, str]]:
    environment = dag.get_template_env(force_sandboxed=False)
    deadlines = dag.deadline or []
    for deadline in deadlines if isinstance(deadlines, list) else [deadlines]:
        for text in texts(deadline.callback.kwargs or {}):
            for kind, message in text_problems(text, environment, IN_DEADLINES, {"dag_run": rest_dag_run()}):
                yield "template-syntax" if kind == "template-syntax" else "template-deadline", message


def template_findings(dag: Any, file: str) -> Iterator[Finding]:
    """Mistakes in every templated field of a DAG."""
    names = ALWAYS if scheduling_assets(dag) or dag.schedule is None else ALWAYS | WITH_A_DATE
    for task in dag.tasks:
        for kind, message in (*task_problems(task, dag, names), *notifier_problems(task, dag, names)):
            yield Finding(kind, message, file, dag.dag_id, task.task_id)
    for kind, message in (*notifier_problems(dag, dag, names), *deadline_problems(dag)):
        yield Finding(kind, message, file, dag.dag_id)
