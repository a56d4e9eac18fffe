/** `barrier.py` of the package beside the DAGs. */
export const BARRIER = String.raw`"""Wait until everything that was committed in a database before this moment can be read in the lake.

A clock or a count of rows cannot tell. What can, in this order:
1. a position of the database's log behind every commit so far, then an event that will pass it;
2. the source connector passed that position, so every earlier change is in Kafka: it keeps the order of
   commits, and Connect stores a position only after Kafka took all records up to it;
3. the ends of the topics, read after that;
4. the sink took everything up to these ends; this only spares questions to Trino;
5. the newest of these records stands in its table: a commit is one step and keeps the order of a partition.
"""

import logging
from typing import Any

from . import CATALOG
from .kafka import topic_ends
from .services import connect, postgres, quoted, text, trino

log = logging.getLogger(__name__)

# The insert position, not the written one: it also covers sessions with synchronous_commit = off.
POSITION = "select (pg_current_wal_insert_lsn() - '0/0')::bigint, now()"

Ends = dict[str, dict[str, int]]


def changes_have_arrived(
    connection: str,
    heartbeat: str,
    source_connector: str,
    sink_connector: str,
    schema: str,
    topics: dict[str, str],
    **context: Any,
) -> Any:
    """One look of the sensor; what it learned is kept until the next one.

    topics are the topics of the newest epoch with their tables in schema.
    """
    from airflow.sdk import PokeReturnValue

    store, attempt = context["task_state_store"], context["ti"].try_number
    state = store.get("barrier")
    if state is None or state["try"] != attempt:
        ((position, moment),) = postgres(connection, POSITION, heartbeat)
        state = {"try": attempt, "position": position, "as_of": moment.isoformat(), "ends": None}
        log.info("waiting for all changes before %s, position %s", state["as_of"], position)
    if state["ends"] is None:
        offsets = connect(f"connectors/{source_connector}/offsets")
        state["ends"] = topic_ends(sorted(topics)) if source_has_passed(offsets, state["position"]) else None
    store.set("barrier", state)
    if state["ends"] is None:
        log.info("the source connector %s has not passed the position yet", source_connector)
        return False
    if not sink_has_taken(connect(f"connectors/{sink_connector}/offsets"), state["ends"]):
        log.info("the sink %s has not taken all records yet", sink_connector)
        return False
    hidden = not_visible(state["ends"], topics, schema)
    if hidden:
        log.info("handed over, but no commit shows them yet: %s", ", ".join(hidden))
        return False
    log.info("all changes before %s are in the lake", state["as_of"])
    return PokeReturnValue(is_done=True, xcom_value={"as_of": state["as_of"], "ends": state["ends"]})


def source_has_passed(offsets: Any, position: int) -> bool:
    """Whether the connector streams and is behind the position.

    lsn is the position of the newest event; lsn_commit would be that of the commit before. While a snapshot
    is taken nothing is proven.
    """
    found = [entry["offset"] for entry in offsets["offsets"] if entry["offset"]]
    streams = [offset for offset in found if not offset.get("snapshot")]
    return (
        bool(found)
        and len(streams) == len(found)
        and all((offset.get("lsn") or 0) >= position for offset in found)
    )


def sink_has_taken(offsets: Any, ends: Ends) -> bool:
    """Whether the sink's consumer group is at the ends. It is written before the table's commit: no proof."""
    taken = {
        (entry["partition"]["kafka_topic"], str(entry["partition"]["kafka_partition"])): entry["offset"][
            "kafka_offset"
        ]
        for entry in offsets["offsets"]
        if entry["offset"]
    }
    return all(
        taken.get((topic, part), 0) >= end for topic, parts in ends.items() for part, end in parts.items()
    )


def not_visible(ends: Ends, topics: dict[str, str], schema: str) -> list[str]:
    """Topics with a partition whose newest record is not in its table yet."""
    wanted = {topic: {part: end for part, end in parts.items() if end > 0} for topic, parts in ends.items()}
    queries = [
        newest_records(topic, parts, topics[topic], schema) for topic, parts in wanted.items() if parts
    ]
    if not queries:
        return []
    shown = {(topic, str(part)): newest for topic, part, newest in trino(" union all ".join(queries))}
    return sorted(
        topic
        for topic, parts in wanted.items()
        if any(shown.get((topic, part), -1) < end - 1 for part, end in parts.items())
    )


def newest_records(topic: str, parts: dict[str, int], table: str, schema: str) -> str:
    """A query for the newest offset of each partition, from the end on: statistics rule out older files.

    The topic is part of it, since offsets of an older epoch may be higher.
    """
    near = " or ".join(
        f"(_kafka_partition = {part} and _kafka_offset >= {end - 1})" for part, end in parts.items()
    )
    # Names and numbers only, from the compiler and from Kafka.
    return (
        "select _kafka_topic, _kafka_partition, max(_kafka_offset) "  # noqa: S608
        f"from {quoted(CATALOG, schema, table)} where _kafka_topic = {text(topic)} and ({near}) group by 1, 2"
    )


def record_ends(barrier: str, schema: str, table: str, topics: dict[str, str], **context: Any) -> None:
    """Write once an epoch where its topics ended after the snapshot, and where that begins.

    The barrier read the ends after an event had come by streaming, and Debezium streams only after the
    snapshot. Models of the current state take keys of older epochs for deleted once they have read so far.
    """
    ends: Ends = context["ti"].xcom_pull(task_ids=barrier)["ends"]
    place = quoted(CATALOG, schema, table)
    known = {topic for (topic,) in trino(f"select distinct topic from {place}")}  # noqa: S608
    new = {topic: parts for topic, parts in ends.items() if topic not in known}
    if not new:
        log.info("the ends of this epoch are known")
        return
    firsts = first_offsets(new, topics, schema)
    rows = [
        f"({text(topic)}, {part}, {firsts.get((topic, part), 0)}, {end}, current_timestamp)"
        for topic, parts in new.items()
        for part, end in parts.items()
    ]
    columns = "topic, kafka_partition, first_offset, end_offset, read_at"
    trino(f"insert into {place} ({columns}) values {', '.join(rows)}")  # noqa: S608
    log.info("recorded %s", ", ".join(sorted(new)))


def first_offsets(ends: Ends, topics: dict[str, str], schema: str) -> dict[tuple[str, str], int]:
    """Where each partition begins to hold the snapshot that was completed; nothing where no other was begun.

    A connector that dies in its snapshot takes it again, from a later position. A row that only the first
    one shows was deleted meanwhile, and no event says so: what lies before the last snapshot is not read.
    """
    tables = {topic: quoted(CATALOG, schema, topics[topic]) for topic in sorted(ends)}
    begun = trino(" union all ".join(snapshots(topic, table) for topic, table in tables.items()))
    moment = last_begun(begun)
    if moment is None:
        return {}
    later = " union all ".join(records_since(topic, table, moment) for topic, table in tables.items())
    found = {(topic, str(part)): first for topic, part, first in trino(later)}
    log.warning("the snapshot was begun more than once: what came before the last one is left out")
    return {
        (topic, part): found.get((topic, part), end)
        for topic, parts in ends.items()
        for part, end in parts.items()
    }


def snapshots(topic: str, table: str) -> str:
    """A query for the snapshots in a topic: all rows of one have the position at which it was begun."""
    return (
        "select _cdc_source_lsn, min(_cdc_ts_us) "  # noqa: S608
        f"from {table} where _kafka_topic = {text(topic)} "
        "and _cdc_source_snapshot not in ('false', 'incremental') group by 1"
    )


def last_begun(snapshots: list[tuple[Any, ...]]) -> int | None:
    """When the first row of the last snapshot was sent, in microseconds; nothing where there is but one."""
    positions = {position for position, _ in snapshots}
    if len(positions) < 2:
        return None
    return min(moment for position, moment in snapshots if position == max(positions))


def records_since(topic: str, table: str, moment: int) -> str:
    return (
        "select _kafka_topic, _kafka_partition, min(_kafka_offset) "  # noqa: S608
        f"from {table} where _kafka_topic = {text(topic)} and _cdc_ts_us >= {moment} group by 1, 2"
    )
`;
