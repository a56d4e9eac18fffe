/** `steps.py` of the package beside the DAGs. */
export const STEPS = String.raw`"""Run a step of the user's own that is a Python file."""

import logging
import os
import subprocess  # noqa: S404
import sys
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


def run_python_file(file: str, env: dict[str, str] | None = None, **context: Any) -> None:
    """Run a file of the folder steps beside that of the DAGs, in a process of its own.

    What it prints is the task's log.
    """
    path = Path(__file__).resolve().parents[2] / "steps" / file
    # The file is part of what was compiled, and no shell reads the arguments.
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, str(path)],
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for line in process.stdout or ():
            log.info("%s", line.rstrip())
        code = process.wait()
    finally:
        process.kill()
    if code != 0:
        raise RuntimeError(f"steps/{file} ended with {code}")
`;
