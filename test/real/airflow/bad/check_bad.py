"""Shows that the checker sees what it has to: every wrong DAG gives its finding and every right one none.

`python check_bad.py RUFF` prints a JSON list of `{"name", "failure"}`; an empty failure is a success.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from contents import CASES as CONTENTS  # noqa: E402
from corpus import Case, dag, task  # noqa: E402
from structure import CASES as STRUCTURE  # noqa: E402

import check_dags  # noqa: E402

RUFF_RULES = "AIR,E,F,I,UP,S,B"
RIGHT = Case("right", {"probe.py": dag(f"{task()}\n{task(name='second')}\nfirst >> second")})


def written(case: Case, folder: Path) -> list[Path]:
    """Writes the files of a case; gives the folders to check, which are those that hold a file."""
    top = folder / "dags"
    top.mkdir(parents=True)
    for name, text in case.beside.items():
        (folder / name).write_text(text)
    for name, text in case.files.items():
        file = top / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return sorted({(top / name).parent for name in case.files}) or [top]


def ruff_failure(case: Case, folder: Path, ruff: str) -> str:
    command = [
        ruff,
        "check",
        "--isolated",
        "--preview",
        "--no-cache",
        "--select",
        RUFF_RULES,
        "--output-format",
        "json",
    ]
    answer = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)  # noqa: S603
    codes = sorted({problem["code"] for problem in json.loads(answer.stdout or "[]")})
    return "" if case.ruff in codes else f"wanted {case.ruff} of ruff, got {codes} {answer.stderr}"


def failure_of(case: Case, folder: Path, ruff: str) -> str:
    """Why the case does not go as it should; empty when it does."""
    _, findings = check_dags.check(written(case, folder))
    found = [f"{finding.kind}: {finding.message}" for finding in findings]
    if case.kind:
        seen = any(
            finding.kind == case.kind and case.says.lower() in finding.message.lower() for finding in findings
        )
        return "" if seen else f"wanted {case.kind} with `{case.says}`, got {found}"
    if found:
        return f"wanted no finding, got {found}"
    return ruff_failure(case, folder, ruff) if case.ruff else ""


def main() -> None:
    ruff = sys.argv[1]
    cases = [RIGHT, *STRUCTURE, *CONTENTS]
    with tempfile.TemporaryDirectory() as top:
        results = []
        for number, case in enumerate(cases):
            who = f" (accepted: {case.accepted_because})" if case.accepted_because else ""
            failure = failure_of(case, Path(top).resolve() / str(number), ruff)
            results.append({"name": f"{case.name}{who}", "failure": failure})
    json.dump(results, check_dags.ANSWER)
    check_dags.ANSWER.flush()


if __name__ == "__main__":
    main()
