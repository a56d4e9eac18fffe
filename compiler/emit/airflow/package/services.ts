/** `services.py` of the package beside the DAGs. */
export const SERVICES = String.raw`"""Short ways to the services, through Airflow's connections; a provider is imported where a task needs it."""

from typing import Any

from . import KAFKA_CONNECT, TRINO


def trino(statement: str) -> list[tuple[Any, ...]]:
    """Run a statement on Trino and give its rows."""
    from airflow.providers.trino.hooks.trino import TrinoHook

    return [tuple(row) for row in TrinoHook(trino_conn_id=TRINO).get_records(statement) or ()]


def postgres(connection: str, *statements: str) -> list[tuple[Any, ...]]:
    """Run statements on a database, each in its own transaction; give the rows of the first."""
    from airflow.providers.postgres.hooks.postgres import PostgresHook

    first, *others = statements
    hook = PostgresHook(postgres_conn_id=connection)
    rows = hook.get_records(first)
    for statement in others:
        hook.run(statement, autocommit=True)
    return [tuple(row) for row in rows]


def connect(path: str, method: str = "GET") -> Any:
    """Ask Kafka Connect; an answer of 400 or more is an error."""
    from airflow.providers.http.hooks.http import HttpHook

    response = HttpHook(method=method, http_conn_id=KAFKA_CONNECT).run(path)
    return response.json() if response.content else None


def quoted(*names: str) -> str:
    """A dotted name of Trino: "lake"."shop_bronze"."orders"."""
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def text(value: str) -> str:
    """A text literal of Trino or PostgreSQL."""
    return "'" + value.replace("'", "''") + "'"
`;
