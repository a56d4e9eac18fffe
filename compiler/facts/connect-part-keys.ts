// Keys of what stands inside a connector: transforms and converters. Source: their own `ConfigDef` on a running
// Connect 4.3.1 with Debezium 3.7.0.Final and the Iceberg sink 1.12.0. Classes that are not here are not checked.
import { keyTable, words } from "./key-table.ts";

/** Keys below `transforms.<name>.`, by the class of the transform; `type`, `predicate` and `negate` fit every one. */
export const TRANSFORM_KEYS: ReadonlyMap<string, ReadonlyMap<string, readonly string[] | string>> = new Map([
  [
    "io.debezium.transforms.ExtractNewRecordState",
    keyTable(`
add.fields list
add.fields.prefix string
add.headers list
add.headers.prefix string
delete.tombstone.handling.mode delete-to-tombstone|drop|rewrite|rewrite-with-tombstone|tombstone
drop.fields.from.key boolean
drop.fields.header.name string
drop.fields.keep.schema.compatible boolean
replace.null.with.default boolean
route.by.field string
`),
  ],
  [
    "org.apache.iceberg.connect.transforms.KafkaMetadataTransform",
    keyTable(`
external_field string
field_name string
nested boolean
`),
  ],
]);

/** Keys below `key.converter.` and `value.converter.`, by the class of the converter. */
export const CONVERTER_KEYS: ReadonlyMap<string, ReadonlyMap<string, readonly string[] | string>> = new Map([
  [
    "org.apache.kafka.connect.json.JsonConverter",
    keyTable(`
converter.type key|value|header
decimal.format BASE64|NUMERIC
replace.null.with.default boolean
schema.content string
schemas.cache.size int
schemas.enable boolean
`),
  ],
]);

/** Keys below `<name>.` of a post-processor of Debezium. Source: `ReselectColumnsPostProcessor`. */
export const POST_PROCESSOR_KEYS = words(`
type
reselect.cache.enabled reselect.cache.type reselect.error.handling.mode
reselect.columns.exclude.list reselect.columns.include.list reselect.null.values reselect.unavailable.values
reselect.use.event.key
`);
