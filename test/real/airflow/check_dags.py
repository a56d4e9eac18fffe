"""Checks folders of DAG files with Airflow itself, without database, server or network.

`python check_dags.py FOLDER...` prints one JSON object: `dags` (what Airflow understood, by DAG id),
`findings` and `seconds`.
Beside a folder, `pools.json` and `connections.env.example` say which pools and connections there are.
Exit code 1 when there is a finding.
"""

import ast
import json
import os
import re
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Airflow logs to stdout, which belongs to the answer.
ANSWER = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

from airflow.dag_processing.dagbag import DagBag  # noqa: E402

from dag_facts import dag_facts, hash_of, serialised  # noqa: E402
from dag_findings import asset_findings, dag_findings  # noqa: E402
from findings import Finding, first_line  # noqa: E402
from template_findings import template_findings  # noqa: E402


def bag_of(folder: Path) -> DagBag:
    # Python shows a warning once for a place, and the place may be Airflow's own: every file has to show it.
    warnings.simplefilter("always")
    # As in a bundle of Airflow, modules beside the DAG files can be imported.
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    # Without `bundle_path` the stored form holds an absolute path, and the hash depends on the checkout.
    return DagBag(dag_folder=folder, bundle_path=folder, safe_mode=False, load_op_links=False)


def declared_pools(folder: Path) -> frozenset[str] | None:
    file = folder.parent / "pools.json"
    return frozenset(json.loads(file.read_text())) if file.exists() else None


def declared_connections(folder: Path) -> frozenset[str] | None:
    file = folder.parent / "connections.env.example"
    if not file.exists():
        return None
    return frozenset(
        name.lower() for name in re.findall(r"^#?\s*AIRFLOW_CONN_(\w+)=", file.read_text(), re.M)
    )


def file_of(dag: Any, folder: Path) -> str:
    return str(Path(dag.fileloc).relative_to(folder))


def warning_findings(bag: DagBag, folder: Path) -> Iterator[Finding]:
    for path, captured in bag.captured_warnings.items():
        for warning in captured:
            # What a provider imports itself is not the DAG file's matter; what it says of an argument is.
            place, _, what = warning.partition(": ")
            if "/site-packages/airflow/" in place and "DeprecatedImportWarning" in what.split(":", 1)[0]:
                continue
            yield Finding("warning", warning.replace(f"{folder}/", ""), os.path.relpath(path, folder))


def import_findings(file: Path, folder: Path) -> Iterator[Finding]:
    """Imports from the old places, of which Airflow warns only in part."""
    try:
        tree = ast.parse(file.read_text())
    except SyntaxError:
        return  # DagBag reports it.
    for node in ast.walk(tree):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for module in modules:
            if re.match(r"airflow(?!\.sdk\b|\.providers\b)(\.|$)", module):
                message = f"`{module}` is neither of airflow.sdk nor of a provider"
                yield Finding("old-import", message, str(file.relative_to(folder)))


def check_folder(folder: Path) -> tuple[dict[str, Any], list[Finding], list[tuple[str, Any]]]:
    """Facts by DAG id, findings, and the DAGs themselves with their files."""
    bag, again = bag_of(folder), bag_of(folder)
    pools, connections = declared_pools(folder), declared_connections(folder)
    findings = [Finding("import", first_line(error), file) for file, error in bag.import_errors.items()]
    findings += warning_findings(bag, folder)
    for file in sorted(folder.glob("*.py")):
        findings += import_findings(file, folder)
    facts: dict[str, Any] = {}
    for dag_id, dag in sorted(bag.dags.items()):
        file = file_of(dag, folder)
        try:
            data = serialised(dag)
            second = hash_of(serialised(again.dags[dag_id])) if dag_id in again.dags else "gone"
            facts[dag_id] = dag_facts(dag, data, file)
            if facts[dag_id]["hash"] != second:
                findings.append(Finding("unstable", "two reads give two hashes", file, dag_id))
        except Exception as error:  # Whatever it is, the DAG processor would meet it too.
            findings.append(
                Finding("serialise", f"{type(error).__name__}: {first_line(error)}", file, dag_id)
            )
        findings += dag_findings(dag, file, pools, connections)
        findings += template_findings(dag, file)
    return facts, findings, [(file_of(dag, folder), dag) for _, dag in sorted(bag.dags.items())]


def check(folders: list[Path]) -> tuple[dict[str, Any], list[Finding]]:
    """Checks folders that one Airflow would read together."""
    dags: dict[str, Any] = {}
    findings: list[Finding] = []
    everything: list[tuple[str, Any]] = []
    for folder in folders:
        if not any(folder.glob("*.py")):
            findings.append(Finding("empty", "there is no DAG file", str(folder)))
        facts, found, loaded = check_folder(folder)
        findings += found
        everything += loaded
        for dag_id in facts.keys() & dags.keys():
            # The running DAG processor says nothing: the DAG flips between the files.
            findings.append(
                Finding(
                    "duplicate-dag",
                    f"also in {dags[dag_id]['file']} of another folder",
                    facts[dag_id]["file"],
                    dag_id,
                )
            )
        dags |= facts
    findings += asset_findings(everything)
    return dags, findings


def main() -> int:
    began = time.monotonic()
    dags, findings = check([Path(name).resolve() for name in sys.argv[1:]])
    answer = {
        "dags": dags,
        "findings": [finding.as_json() for finding in findings],
        "seconds": round(time.monotonic() - began, 2),
    }
    json.dump(answer, ANSWER, indent=1, sort_keys=True)
    ANSWER.flush()
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
