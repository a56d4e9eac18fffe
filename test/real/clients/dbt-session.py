"""dbt in one process for many commands: a line of JSON in, {"args", "cwd", "env"}; a line of JSON out, {"ok", "output"}.

Each command is what the program `dbt` would do: dbt's own entry point for programs is the one behind its command line.
Only what a start costs, which is the import of dbt, is paid once.
"""

import json
import os
import sys

from dbt.cli.main import dbtRunner

answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
plain = dict(os.environ)

for line in sys.stdin:
    command = json.loads(line)
    os.environ.clear()
    os.environ.update(plain | command["env"])
    os.chdir(command["cwd"])
    output = []
    outcome = dbtRunner(callbacks=[lambda event, output=output: output.append(event)]).invoke(command["args"])
    lines = [event.info.msg for event in output if event.info.level != "debug"]
    if outcome.exception is not None:
        lines.append(str(outcome.exception))
    print(json.dumps({"ok": outcome.success, "output": "\n".join(lines)}), file=answers, flush=True)
