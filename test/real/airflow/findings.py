"""What a check has to say about a DAG file."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Finding:
    """One mistake. `kind` is stable; `file` is the path below the folder that was checked."""

    kind: str
    message: str
    file: str = ""
    dag: str = ""
    task: str = ""

    def as_json(self) -> dict[str, str]:
        return {key: value for key, value in asdict(self).items() if value}


def first_line(error: object) -> str:
    """The last line of an error text that says something: Airflow gives whole tracebacks."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
