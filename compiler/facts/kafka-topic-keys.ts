// Kafka 4.3.1, `TopicConfig` without its internal keys.
import { keyTable } from "./key-table.ts";

export const KAFKA_TOPIC_KEYS = keyTable(`
cleanup.policy list
compression.gzip.level int
compression.lz4.level int
compression.type uncompressed|zstd|lz4|snappy|gzip|producer
compression.zstd.level int
delete.retention.ms long
file.delete.delay.ms long
flush.messages long
flush.ms long
follower.replication.throttled.replicas list
index.interval.bytes int
leader.replication.throttled.replicas list
local.retention.bytes long
local.retention.ms long
max.compaction.lag.ms long
max.message.bytes int
message.timestamp.after.max.ms long
message.timestamp.before.max.ms long
message.timestamp.type CreateTime|LogAppendTime
min.cleanable.dirty.ratio double
min.compaction.lag.ms long
min.insync.replicas int
preallocate boolean
remote.log.copy.disable boolean
remote.log.delete.on.disable boolean
remote.storage.enable boolean
retention.bytes long
retention.ms long
segment.bytes int
segment.index.bytes int
segment.jitter.ms long
segment.ms long
unclean.leader.election.enable boolean
`);
