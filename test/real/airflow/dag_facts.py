"""What Airflow understood of a DAG, as JSON that does not depend on the machine."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import Any

import attrs
from airflow.models.serialized_dag import SerializedDagModel
from airflow.sdk import Asset
from airflow.serialization.serialized_objects import DagSerialization

# Arguments that Airflow adds itself, or that `edges` says already.
NOT_GIVEN = frozenset({"dag", "task_group", "default_args"})


def plain(value: Any) -> Any:
    """A value as JSON; what JSON lacks becomes a text, or an object with the class under `class`."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, timedelta):
        return {"class": "timedelta", "seconds": value.total_seconds()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, Asset):
        return {"class": "Asset", "name": value.name, "uri": value.uri}
    if isinstance(value, type) or callable(value) and hasattr(value, "__qualname__"):
        return {"class": "function" if not isinstance(value, type) else "type", "name": value.__qualname__}
    fields = attrs.asdict(value, recurse=False) if attrs.has(type(value)) else getattr(value, "__dict__", {})
    given = {key: plain(item) for key, item in sorted(fields.items()) if not key.startswith("_")}
    return {"class": type(value).__name__, **given}


def serialised(dag: Any) -> dict[str, Any]:
    """The form that Airflow stores, without the setting that names this machine's folder."""
    data = DagSerialization.to_dict(dag)
    data["dag"].pop("_processor_dags_folder", None)
    return data


def hash_of(data: dict[str, Any]) -> str:
    """Airflow's own digest: a DAG gets a new version when it changes."""
    return SerializedDagModel.hash(data)


def assets_in(condition: Any) -> Iterator[Asset]:
    """Assets of a condition such as `a | b`."""
    if isinstance(condition, Asset):
        yield condition
    for part in getattr(condition, "objects", ()):
        yield from assets_in(part)


def scheduling_assets(dag: Any) -> list[Asset]:
    """Assets whose events can start the DAG."""
    return list(assets_in(getattr(dag.timetable, "asset_condition", None)))


def given_arguments(task: Any) -> dict[str, Any]:
    """The arguments as the DAG file gives them; those of a mapped task are the ones given to `partial`."""
    if task.is_mapped:
        return {"task_id": task.task_id, **task.partial_kwargs}
    return task._BaseOperator__init_kwargs


def task_facts(task: Any) -> dict[str, Any]:
    """A task with its given arguments: the stored form lacks some, such as a sensor's timeout."""
    given = given_arguments(task)
    return {
        "id": task.task_id,
        "operator": task.operator_class.__name__ if task.is_mapped else type(task).__name__,
        "pool": task.pool,
        "outlets": [plain(asset) for asset in task.outlets],
        "arguments": {key: plain(value) for key, value in sorted(given.items()) if key not in NOT_GIVEN},
    }


def dag_facts(dag: Any, data: dict[str, Any], file: str) -> dict[str, Any]:
    """Everything a plan can be compared with."""
    tasks = sorted(dag.tasks, key=lambda task: task.task_id)
    return {
        "file": file,
        "hash": hash_of(data),
        "schedule": plain(data["dag"]["timetable"]),
        "assets": sorted(asset.name for asset in scheduling_assets(dag)),
        "pools": sorted({task.pool for task in tasks}),
        "tasks": [task_facts(task) for task in tasks],
        "edges": sorted([task.task_id, below] for task in tasks for below in task.downstream_task_ids),
    }
