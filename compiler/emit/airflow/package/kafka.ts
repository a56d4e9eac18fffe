/** `kafka.py` of the package beside the DAGs. */
export const KAFKA = String.raw`"""Topics of Kafka: where they end, and that they are there."""

from collections.abc import Mapping
from typing import Any

from . import KAFKA

SECONDS = 30


def kafka_admin() -> Any:
    from airflow.providers.apache.kafka.hooks.client import KafkaAdminClientHook

    return KafkaAdminClientHook(kafka_config_id=KAFKA).get_conn


def topic_ends(topics: list[str]) -> dict[str, dict[str, int]]:
    """The next offset of every partition, by topic. Partitions are text, as in JSON."""
    from confluent_kafka import TopicPartition
    from confluent_kafka.admin import OffsetSpec

    admin = kafka_admin()
    known = admin.list_topics(timeout=SECONDS).topics
    missing = [topic for topic in topics if topic not in known or known[topic].error]
    if missing:
        raise RuntimeError(f"Kafka has no topic {', '.join(missing)}: run the DAG provision")
    asked = {
        TopicPartition(topic, part): OffsetSpec.latest()
        for topic in topics
        for part in known[topic].partitions
    }
    ends: dict[str, dict[str, int]] = {topic: {} for topic in topics}
    for partition, answer in admin.list_offsets(asked, request_timeout=SECONDS).items():
        ends[partition.topic][str(partition.partition)] = answer.result().offset
    return ends


def ensure_topic(
    topic: str, partitions: int, replication_factor: int, config: Mapping[str, str], **context: Any
) -> None:
    """Make a topic, or give an existing one these settings. Partitions are never taken away."""
    from confluent_kafka.admin import (
        AlterConfigOpType,
        ConfigEntry,
        ConfigResource,
        NewPartitions,
        NewTopic,
        ResourceType,
    )

    admin = kafka_admin()
    known = admin.list_topics(timeout=SECONDS).topics
    if topic not in known:
        new = NewTopic(topic, partitions, replication_factor, config=dict(config))
        admin.create_topics([new])[topic].result()
        return
    if len(known[topic].partitions) < partitions:
        admin.create_partitions([NewPartitions(topic, partitions)])[topic].result()
    entries = [
        ConfigEntry(name, value, incremental_operation=AlterConfigOpType.SET)
        for name, value in config.items()
    ]
    resource = ConfigResource(ResourceType.TOPIC, topic, incremental_configs=entries)
    for answer in admin.incremental_alter_configs([resource]).values():
        answer.result()
`;
