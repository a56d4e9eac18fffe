/** `dbt_process.py` of the package beside the DAGs. */
export const DBT_PROCESS = String.raw`"""Run dbt: one process with a folder of its own for what it writes."""

import json
import logging
import os
import shutil
import signal
import subprocess  # noqa: S404
import tempfile
from pathlib import Path

from . import PROJECT
from .outcome import Outcome, outcome_of

log = logging.getLogger(__name__)

SECONDS_TO_CANCEL = 30


def run_build(arguments: list[str]) -> Outcome:
    """Run dbt build and read what became of each model."""
    from airflow.sdk.exceptions import AirflowException

    # Two tasks that shared the folder would read each other's results.
    with tempfile.TemporaryDirectory(prefix="odp-dbt-") as folder:
        target = Path(folder)
        # Unit tests prove the queries on made-up rows: they belong where code changes, not where data does.
        code = run_dbt(["build", "--exclude-resource-type", "unit_test", *arguments], target)
        results = target / "run_results.json"
        if results.exists():
            return outcome_of(
                json.loads(results.read_text()), json.loads((target / "manifest.json").read_text())
            )
    if code != 0:
        raise AirflowException(f"dbt ended with {code} before it built anything: its last lines say why")
    return Outcome()


def compiled(tests: list[str]) -> dict[str, str]:
    """The queries of tests as dbt would run them, by name."""
    from airflow.sdk.exceptions import AirflowException

    with tempfile.TemporaryDirectory(prefix="odp-dbt-") as folder:
        target = Path(folder)
        code = run_dbt(["compile", "--select", *tests], target)
        if code != 0:
            raise AirflowException(f"dbt ended with {code}: its last lines say why")
        nodes = json.loads((target / "manifest.json").read_text())["nodes"].values()
        return {node["name"]: node["compiled_code"] for node in nodes if node["name"] in tests}


def dbt_folder() -> Path:
    """Folder of the dbt project: ODP_<PROJECT>_DBT_DIR, else the folder dbt beside that of Airflow."""
    given = os.environ.get(f"ODP_{PROJECT.upper()}_DBT_DIR")
    return Path(given) if given else Path(__file__).resolve().parents[3] / "dbt"


def run_dbt(arguments: list[str], target: Path) -> int:
    """Run dbt and log what it prints, line by line; give its exit code."""
    project = dbt_folder()
    parsed = project / "target" / "partial_parse.msgpack"
    # An image may hold the project parsed: that saves some seconds of each start.
    if parsed.exists():
        shutil.copy(parsed, target)
    profiles = os.environ.get("DBT_PROFILES_DIR", str(project))
    places = ["--project-dir", str(project), "--profiles-dir", profiles]
    command = [os.environ.get("ODP_DBT", "dbt"), "--no-use-colors", *arguments, *places]
    command += ["--target-path", str(target), "--log-path", str(target)]
    log.info("%s", " ".join(command))
    # The arguments come from the compiler, and no shell reads them.
    process = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        for line in process.stdout or ():
            log.info("%s", line.rstrip())
        return process.wait()
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """End dbt if it still runs; on an interrupt it cancels its queries."""
    for end in (signal.SIGINT, signal.SIGKILL):
        if process.poll() is not None:
            return
        os.killpg(process.pid, end)
        try:
            process.wait(timeout=SECONDS_TO_CANCEL)
        except subprocess.TimeoutExpired:
            log.warning("dbt did not end within %s seconds", SECONDS_TO_CANCEL)
`;
