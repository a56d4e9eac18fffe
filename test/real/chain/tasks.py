"""Runs tasks of emitted DAG files where no Airflow runs: one request a line, one answer a line, both JSON.

Of Airflow's context the functions need a try number, what earlier tasks gave and a place for notes.
Arguments: the folder of the DAG files.
"""

import importlib
import json
import os
import sys


class Notes(dict):
    """The notes that a sensor keeps from one look to the next."""

    def set(self, key, value):
        self[key] = value


class TaskInstance:
    try_number = 1

    def __init__(self, given):
        self.given = given

    def xcom_pull(self, task_ids, key="return_value"):
        return self.given[task_ids]


def answer(request):
    task = importlib.import_module(request["dag"]).dag.get_task(request["task"])
    if request.get("only") == "tries":
        return {"result": task.retries + 1}
    notes = Notes(request.get("notes", {}))
    context = {"ti": TaskInstance(request.get("given", {})), "task_state_store": notes}
    try:
        result = task.python_callable(**{**task.op_kwargs, **request.get("kwargs", {})}, **context)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}", "notes": notes}
    # A sensor that is done gives a value of Airflow's own class.
    done = getattr(result, "is_done", result)
    return {"result": getattr(result, "xcom_value", None) if done else done, "done": bool(done), "notes": notes}


def main():
    # Whatever prints goes to the log; only answers go where they are read.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    sys.path.insert(0, sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


main()
