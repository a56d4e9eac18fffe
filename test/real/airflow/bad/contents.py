"""Wrong templates, assets, pools and connections, and clashes between files."""

from corpus import RIGHT_DAG, Case, accepted, case, dag, task

ASSET = 'A = Asset(name="a", uri="x-odp://a")'
BY_ASSET = 'dag_id="probe", schedule=[A], start_date=START, catchup=False'
DAILY = RIGHT_DAG.replace("schedule=None", 'schedule=CronTriggerTimetable("0 0 * * *", timezone="UTC")')
POOLS = '{"odp_dbt": {"slots": 2, "description": "dbt", "include_deferred": false}}'


def shell(command: str) -> str:
    return f"BashOperator(task_id='first', bash_command={command!r}, outlets=[])"


def producing(command: str) -> str:
    """A task whose DAG makes the very asset that starts it, so that nothing else is wrong with it."""
    return f"BashOperator(task_id='first', bash_command={command!r}, outlets=[A])"


PULLS_FROM_SECOND = "first = " + shell("echo {{ ti.xcom_pull(task_ids='second') }}")


def deadline(text: str) -> str:
    return f"""{DAILY}, deadline=DeadlineAlert(
    reference=DeadlineReference.DAGRUN_QUEUED_AT, interval=timedelta(hours=1),
    callback=AsyncCallback(SmtpNotifier, kwargs={{"to": "a@example.com", "html_content": {text!r}}}))"""


def renamed(text: str, name: str) -> str:
    return text.replace('dag_id="probe"', f'dag_id="{name}"')


CASES = [
    case("jinja-open", dag(shell("echo {{ run_id")), "template-syntax", "TemplateSyntaxError"),
    case("jinja-open-block", dag(shell("{% if run_id %}echo")), "template-syntax", "TemplateSyntaxError"),
    case("jinja-unknown-filter", dag(shell("echo {{ run_id | shout }}")), "template-syntax", "shout"),
    case(
        "jinja-in-env",
        dag(task('append_env=True, env={"DAY": "{{ day }"}')),
        "template-syntax",
        "TemplateSyntaxError",
    ),
    case("unknown-name", dag(shell("echo {{ today }}")), "template-name", "today"),
    case(
        "unknown-name-in-list",
        dag('HttpOperator(task_id="first", endpoint="x", data={"a": ["{{ today }}"]})'),
        "template-name",
        "today",
    ),
    case("unknown-macro", dag(shell("echo {{ macros.tomorrow() }}")), "template-name", "macros.tomorrow"),
    case(
        "unknown-of-run", dag(shell("echo {{ dag_run.dag_run_id }}")), "template-name", "dag_run.dag_run_id"
    ),
    case("unknown-of-task-instance", dag(shell("echo {{ ti.day }}")), "template-name", "ti.day"),
    case("unknown-param", dag(shell("echo {{ params.day }}")), "template-name", "params.day"),
    case("execution-date", dag(shell("echo {{ execution_date }}"), DAILY), "template-name", "execution_date"),
    case("ds-by-asset", dag(producing("echo {{ ds }}"), BY_ASSET, ASSET), "template-date", "ds"),
    case(
        "logical-date-by-asset",
        dag(producing("echo {{ logical_date.year }}"), BY_ASSET, ASSET),
        "template-date",
        "logical_date",
    ),
    case(
        "interval-by-asset-or-time",
        dag(
            producing("echo {{ data_interval_start }}"),
            'dag_id="probe", start_date=START, catchup=False, schedule=AssetOrTimeSchedule(assets=A | A, '
            'timetable=CronTriggerTimetable("0 0 * * *", timezone="UTC"))',
            ASSET,
        ),
        "template-date",
        "data_interval_start",
    ),
    case("ds-by-hand", dag(shell("echo {{ ds }}")), "template-date", "ds"),
    case("command-that-ends-as-a-file", dag(shell("bash run.sh")), "template-file", "TemplateNotFound"),
    case("pull-from-nobody", dag(shell("echo {{ ti.xcom_pull(task_ids='gone') }}")), "template-xcom", "gone"),
    case(
        "pull-from-a-later-task",
        dag("\n".join([PULLS_FROM_SECOND, task(name="second"), "first >> second"])),
        "template-xcom",
        "second",
    ),
    case(
        "notifier-syntax",
        dag(task('on_failure_callback=[SmtpNotifier(to="a@example.com", subject="{{ dag")]')),
        "template-syntax",
        "SmtpNotifier",
    ),
    case(
        "notifier-unknown-name",
        dag(
            task(),
            f'{RIGHT_DAG}, on_failure_callback=SmtpNotifier(to="a@example.com", subject="{{{{ when }}}}")',
        ),
        "template-name",
        "when",
    ),
    case(
        "deadline-run-id",
        dag(task(), deadline("{{ dag_run.run_id }} is late")),
        "template-deadline",
        "dag_run.run_id",
    ),
    case(
        "deadline-task-context", dag(task(), deadline("{{ ti.task_id }} is late")), "template-deadline", "ti"
    ),
    case("env-without-append", dag(task('env={"DAY": "1"}')), "bash-env", "append_env"),
    case(
        "unknown-pool", dag(task('pool="odp_dtb"')), "unknown-pool", "odp_dtb", beside={"pools.json": POOLS}
    ),
    case(
        "unknown-connection",
        dag('HttpOperator(task_id="first", http_conn_id="odp_openwisk", endpoint="x")'),
        "unknown-connection",
        "odp_openwisk",
        beside={"connections.env.example": "AIRFLOW_CONN_ODP_OPENWHISK=\n"},
    ),
    case(
        "asset-name-too-long", dag(task(), before='Asset(name="a" * 1501, uri="x-odp://a")'), "import", "1500"
    ),
    case("asset-name-no-text", dag(task(), before='Asset(name=1, uri="x-odp://a")'), "import", "string"),
    case(
        "asset-scheme-of-airflow",
        dag(task(), before='Asset(name="a", uri="airflow://a")'),
        "import",
        "scheme",
    ),
    case(
        "asset-trino-path",
        dag(task(), before='Asset(name="a", uri="trino://host/only_catalog")'),
        "import",
        "trino",
    ),
    case("asset-that-nobody-makes", dag(task(), BY_ASSET, ASSET), "asset-unproduced", "`a`"),
    Case(
        "asset-with-two-addresses",
        {
            "makes.py": renamed(dag(task("outlets=[A]"), before=ASSET), "makes"),
            "reads.py": renamed(dag(task(), BY_ASSET, ASSET.replace("x-odp://a", "x-odp://b")), "reads"),
        },
        "asset-clash",
        "x-odp://b",
    ),
    Case(
        "dag-in-two-files",
        {"one.py": dag(task()), "two.py": dag(task())},
        "import",
        "AirflowDagDuplicatedIdException",
    ),
    Case(
        "dag-in-two-folders",
        {"one/probe.py": dag(task()), "two/probe.py": dag(task())},
        "duplicate-dag",
        "another folder",
    ),
    Case("no-dag-file", {}, "empty", "no DAG file"),
    accepted(
        "asset-name-beyond-ascii",
        dag(task("outlets=[A]"), before='A = Asset(name="größe", uri="x-odp://a")'),
        "Airflow takes it; the compiler has to refuse it",
    ),
    accepted(
        "quotes-in-a-shell-command",
        dag(shell("echo 'half")),
        "only the shell sees it: the compiler's shell encoder has to make every word",
    ),
]
