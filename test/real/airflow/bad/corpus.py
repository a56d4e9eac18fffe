"""How a wrong DAG is written down: what stands in its file, and who has to notice."""

from dataclasses import dataclass, field

HEAD = """from datetime import datetime, timedelta

import pendulum
from airflow.providers.http.operators.http import HttpOperator
from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import (
    DAG,
    Asset,
    AssetOrTimeSchedule,
    AsyncCallback,
    CronTriggerTimetable,
    DeadlineAlert,
    DeadlineReference,
    Param,
    TaskGroup,
    chain,
)

START = pendulum.datetime(2026, 1, 1, tz="UTC")
"""

RIGHT_DAG = 'dag_id="probe", schedule=None, start_date=START, catchup=False'


@dataclass(frozen=True)
class Case:
    """One mistake. `kind` and `says` are of the finding that the checker has to give.

    A case that the checker accepts has `accepted_because` instead: who refuses it, or why nobody can here.
    `ruff` is the rule that ruff has to report, where it is the one that sees it.
    """

    name: str
    files: dict[str, str]
    kind: str = ""
    says: str = ""
    accepted_because: str = ""
    ruff: str = ""
    beside: dict[str, str] = field(default_factory=dict)


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.strip().splitlines())


def dag(body: str, arguments: str = RIGHT_DAG, before: str = "") -> str:
    """The text of a DAG file."""
    return f"{HEAD}\n{before}\nwith DAG({arguments}) as dag:\n{indented(body)}\n"


def task(arguments: str = "", name: str = "first") -> str:
    """One shell task."""
    return (
        f'{name} = BashOperator(task_id="{name}", bash_command="true"{", " if arguments else ""}{arguments})'
    )


def case(name: str, text: str, kind: str, says: str = "", **more: object) -> Case:
    """A mistake in one file that the checker has to see."""
    return Case(name, {"probe.py": text}, kind, says, **more)


def accepted(name: str, text: str, because: str, ruff: str = "") -> Case:
    """A mistake in one file that only somebody else can see."""
    return Case(name, {"probe.py": text}, accepted_because=because, ruff=ruff)
