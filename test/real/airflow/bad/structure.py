"""Wrong ids, edges, schedules and arguments."""

from corpus import HEAD, RIGHT_DAG, accepted, case, dag, task

COMPILER = "Airflow takes it; the compiler has to refuse it"


def scheduled(schedule: str) -> str:
    return f'dag_id="probe", schedule={schedule}, start_date=START, catchup=False'


OTHER_DAG = """
with DAG(dag_id="other", schedule=None) as other:
    second = BashOperator(task_id="second", bash_command="true")

first >> second
"""
MUTABLE_DEFAULT = f"{dag(task())}\n\ndef respond(response, seen=[]):\n    return seen\n"

CASES = [
    case("python-syntax", "def broken(:\n", "import", "SyntaxError"),
    case("unknown-module", "import no_such_module\n", "import", "ModuleNotFoundError"),
    case("unknown-name", f"{HEAD}\nDAG(dag_id=probe)\n", "import", "NameError"),
    case("cycle", dag(f"{task()}\n{task(name='second')}\nfirst >> second >> first"), "import", "Cycle"),
    case("self-edge", dag(f"{task()}\nfirst >> first"), "import", "Cycle"),
    case("duplicate-task", dag(f"{task()}\n{task()}"), "import", "DuplicateTaskIdFound"),
    case(
        "duplicate-group",
        dag(f'with TaskGroup("group"):\n    {task()}\nwith TaskGroup("group"):\n    {task(name="second")}'),
        "import",
        "DuplicateTaskIdFound",
    ),
    case("long-dag-id", dag(task(), RIGHT_DAG.replace("probe", "p" * 251)), "import", "250"),
    case(
        "blank-in-task-id", dag('BashOperator(task_id="a b", bash_command="true")'), "import", "alphanumeric"
    ),
    case("slash-in-dag-id", dag(task(), RIGHT_DAG.replace("probe", "a/b")), "import", "alphanumeric"),
    case("unknown-operator-argument", dag(task("no_such=1")), "import", "no_such"),
    case("missing-operator-argument", dag('BashOperator(task_id="first")'), "import", "bash_command"),
    case("unknown-dag-argument", dag(task(), f"{RIGHT_DAG}, no_such=1"), "import", "no_such"),
    case(
        "edge-between-dags",
        f"{dag(task())}{OTHER_DAG}",
        "import",
        "RuntimeError",
    ),
    case(
        "fail-fast-with-another-rule",
        dag(task("trigger_rule='one_failed'"), f"{RIGHT_DAG}, fail_fast=True"),
        "import",
        "fail",
    ),
    case("unknown-trigger-rule", dag(task('trigger_rule="sometimes"')), "import", "sometimes"),
    case(
        "cron-out-of-range",
        dag(task(), scheduled('CronTriggerTimetable("61 * * * *", timezone="UTC")')),
        "import",
        "61",
    ),
    case(
        "cron-six-fields",
        dag(task(), scheduled('CronTriggerTimetable("0 0 * * * *", timezone="UTC")')),
        "cron",
        "five",
    ),
    case(
        "cron-february-30",
        dag(task(), scheduled('CronTriggerTimetable("0 0 30 2 *", timezone="UTC")')),
        "cron",
        "never",
    ),
    case(
        "cron-six-fields-beside-assets",
        dag(
            task("outlets=[A]"),
            scheduled(
                'AssetOrTimeSchedule(assets=A, timetable=CronTriggerTimetable("0 0 * * * *", timezone=UTC))'
            ),
            'UTC = "UTC"\nA = Asset(name="a", uri="x-odp://a")',
        ),
        "cron",
        "five",
    ),
    case(
        "unknown-zone-of-schedule",
        dag(task(), scheduled('CronTriggerTimetable("0 0 * * *", timezone="Africa/Nirobi")')),
        "serialise",
        "Africa/Nirobi",
    ),
    case(
        "unknown-zone-of-start",
        dag(task(), RIGHT_DAG.replace("START", 'pendulum.datetime(2026, 1, 1, tz="Africa/Nirobi")')),
        "import",
        "Africa/Nirobi",
    ),
    case(
        "clock-in-an-argument",
        dag('BashOperator(task_id="first", bash_command=f"echo {pendulum.now()}")'),
        "unstable",
    ),
    case("negative-retries", dag(task("retries=-1")), "negative-retries"),
    case(
        "param-breaks-its-schema",
        dag(task(), f'{RIGHT_DAG}, params={{"day": Param("x", type="integer")}}'),
        "param",
    ),
    case(
        "schedule-interval",
        dag(task(), RIGHT_DAG.replace("schedule=", "schedule_interval=")),
        "import",
        "schedule_interval",
    ),
    case("sla", dag(task("sla=timedelta(hours=1)")), "warning", "sla"),
    case("email-on-failure", dag(task('email="a@example.com", email_on_failure=True')), "warning", "email"),
    case(
        "old-bash-import",
        dag(task()).replace("airflow.providers.standard.operators.bash", "airflow.operators.bash"),
        "warning",
        "airflow.operators.bash",
    ),
    case(
        "old-decorators-import",
        f"from airflow.decorators import task as unused\n{dag(task())}",
        "warning",
        "airflow.decorators",
    ),
    case(
        "datasets-import",
        f"from airflow.datasets import Dataset\n{dag(task())}",
        "import",
        "ModuleNotFoundError",
    ),
    case(
        "trino-operator-import",
        f"from airflow.providers.trino.operators.trino import TrinoOperator\n{dag(task())}",
        "import",
        "ModuleNotFoundError",
    ),
    case("dag-from-airflow", f"from airflow import DAG as OldDag\n{dag(task())}", "old-import", "`airflow`"),
    case(
        "timetable-from-airflow",
        f"from airflow.timetables.trigger import CronTriggerTimetable as OldCron\n{dag(task())}",
        "old-import",
        "airflow.timetables.trigger",
    ),
    case("models-by-name", "import airflow.models.dag\n" + dag(task()), "old-import", "airflow.models"),
    accepted("mutable-default", MUTABLE_DEFAULT, "a mistake in Python; ruff sees it", "B006"),
    accepted("unused-import", dag(task()), "the DAG is right; ruff keeps the file clean", "F401"),
    accepted(
        "naive-start",
        dag(task(), RIGHT_DAG.replace("START", "datetime(2026, 1, 1)")),
        f"{COMPILER}: it becomes UTC in silence",
    ),
    accepted("catchup-without-start", dag(task(), 'dag_id="probe", schedule=None, catchup=True'), COMPILER),
    accepted(
        "duplicate-edge",
        dag(f"{task()}\n{task(name='second')}\nfirst >> second\nfirst >> second"),
        f"{COMPILER}: edges are a set",
    ),
    accepted(
        "dots-in-task-id",
        dag('BashOperator(task_id="a.b", bash_command="true")'),
        f"{COMPILER}: it reads as a group",
    ),
    accepted("letters-beyond-ascii", dag(task(), RIGHT_DAG.replace("probe", "größe")), COMPILER),
    accepted(
        "a-thousand-tasks",
        dag('for n in range(1000):\n    BashOperator(task_id=f"t{n}", bash_command="true")'),
        COMPILER,
    ),
]
