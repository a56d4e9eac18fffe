// Every change that the source sent, once, with its values: what the views of changes and history are made from.
import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaString } from "../../../text/jinja.ts";
import { template } from "../../../text/template.ts";
import * as columns from "./columns.ts";
import { addColumnsHook, configBlock } from "./config-block.ts";
import { positionCall } from "./position.ts";

export function baseChangesModel(source: SourcePlan, table: TablePlan): string {
  return header("jinja", table.file) + configBlock(settings(source, table)) + render(view(source, table));
}

function settings({ protect }: SourcePlan, table: TablePlan): readonly (readonly [string, string])[] {
  const values = columns.valueColumns(table).map(({ plan }) => [plan.name, plan.stateType] as const);
  return [
    ["materialized", "'incremental'"],
    ["incremental_strategy", "'append'"],
    ["on_schema_change", "'append_new_columns'"],
    ["on_table_exists", "'replace'"],
    ["views_enabled", "false"],
    ...(protect ? [["full_refresh", "false"] as const] : []),
    ["schema", jinjaString(table.baseSchema)],
    ["alias", jinjaString(table.baseChangesTable)],
    ["tags", "['cdc']"],
    [
      "properties",
      `{"format": "'PARQUET'", "format_version": "2", "partitioning": "ARRAY['month(_changed_at)']"}`,
    ],
    ...(values.length === 0 ? [] : [addColumnsHook(values)]),
  ];
}

function view(source: SourcePlan, table: TablePlan) {
  const keys = columns.keyColumns(table);
  const values = columns.valueColumns(table);
  const isLarge = (column: columns.ColumnText): boolean => column.plan.placeholder !== null;
  const names = (prefix = ""): readonly string[] => keys.map(({ name }) => `${prefix}${name}`);
  return {
    position: positionCall(source, table),
    changelog: `{{ source(${jinjaString(source.bronzeSchema)}, ${jinjaString(table.lakeTable)}) }}`,
    epoch: columns.epochOf(source.epochPattern),
    changed: columns.lines(
      [...keys.map((key) => columns.typedAs(key)), ...values.map(({ name }) => name)],
      "        ",
    ),
    keys: names().join(", "),
    read: columns.lines(
      [
        ...names(),
        ...values.flatMap((column) => [
          `if(${isRead(column, isLarge(column))}, ${columns.typed(column, column.name)}) as ${column.name}`,
          ...(isLarge(column)
            ? [`if(${isRead(column, true)}, _kafka_offset) as ${columns.about("offset", column)}`]
            : []),
        ]),
        "if(_operation <> 'delete', _kafka_offset) as _odp_offset",
      ],
      "        ",
    ),
    known: columns.lines(
      [
        ...names("stored."),
        ...values.flatMap((column) => [
          `max_by(stored.${column.name}, stored._kafka_offset)`,
          ...(isLarge(column) ? ["max(stored._kafka_offset)"] : []),
        ]),
        "max(stored._kafka_offset)",
      ],
      "        ",
    ),
    unreadKeys: names("unread.").join(", "),
    storedKeys: names("stored.").join(", "),
    storedIsTouched: columns.sameKey(keys, "stored", "touched", "        "),
    earlierIsSame: keys
      .map((key) => `${columns.typed(key, `earlier.${key.name}`)} = unread.${key.name}`)
      .join("\n        and "),
    filled: columns.lines(
      [
        ...names(),
        ...values.map((column) => {
          const offset = isLarge(column) ? columns.about("offset", column) : "_odp_offset";
          return `max_by(${column.name}, ${offset}) over so_far as ${column.name}`;
        }),
      ],
      "        ",
    ),
    selected: columns.lines(
      [...keys, ...values].map(({ name }) => name),
      "    ",
    ),
  };
}

/** A delete carries invented values, and a large value that did not change is left out. */
function isRead(column: columns.ColumnText, isLarge: boolean): string {
  return `_operation <> 'delete'${isLarge ? ` and ${columns.isGiven(column)}` : ""}`;
}

const render = template<ReturnType<typeof view>>(
  "base changes model",
  `{#-
    One row for each change, only added to. A change that the connector sent again is left out; values that a delete
    or an unchanged large column lacks are those of the change before it in the same epoch.
    It can be built in steps because a row never depends on a later one: order is epoch, then offset.
-#}
{%- set position = fromjson(<$ v.position $>) %}

with unread as (
    select
        <$ v.changed $>,
        case
            when coalesce(__deleted, 'false') = 'true' then 'delete'
            when _cdc_op = 'c' then 'insert'
            when _cdc_op = 'u' then 'update'
            else 'snapshot'
        end as _operation,
        _cdc_op,
        coalesce(
            cast(from_unixtime_nanos(_cdc_source_ts_us * 1000) as timestamp(6) with time zone),
            _kafka_timestamp
        ) as _changed_at,
        if(coalesce(_cdc_source_snapshot, 'false') = 'false', _cdc_source_lsn) as _cdc_lsn,
        _cdc_source_txid,
        <$ v.epoch $> as _odp_epoch,
        _kafka_topic,
        _kafka_partition,
        _kafka_offset,
        _kafka_timestamp
    from <$ v.changelog $>
    where {{ cdc_unread(position) }}
),

sighted as (
    select
        unread.*,
        row_number() over (
            partition by
                <$ v.unreadKeys $>, unread._kafka_topic, unread._cdc_op, unread._cdc_lsn, unread._cdc_source_txid,
                -- Rows of a snapshot have no position: only the same delivery is the same change.
                if(unread._cdc_lsn is null, unread._kafka_offset)
            order by unread._kafka_offset
        ) as _odp_sighting
{% if is_incremental() %}
    from <$ v.changelog $> as earlier
    right join unread
        on earlier._cdc_source_lsn = unread._cdc_lsn
        and earlier._cdc_source_txid = unread._cdc_source_txid
        and earlier._cdc_op = unread._cdc_op
        and earlier._kafka_topic = unread._kafka_topic
        and earlier._kafka_offset < unread._kafka_offset
        and <$ v.earlierIsSame $>
    where earlier._kafka_offset is null
{% else %}
    from unread
{% endif %}
),

-- The values, and for each the offset at which it was read.
typed as (
    select
        <$ v.read $>,
        _operation,
        _changed_at,
        _cdc_lsn,
        _odp_epoch,
        _kafka_topic,
        _kafka_partition,
        _kafka_offset,
        _kafka_timestamp,
        true as _odp_is_new
    from sighted
    where _odp_sighting = 1
{% if is_incremental() %}
    union all
    -- The newest stored values of the keys that changed.
    select
        <$ v.known $>,
        null,
        null,
        null,
        stored._odp_epoch,
        null,
        null,
        max(stored._kafka_offset),
        null,
        false
    from {{ this }} as stored
    inner join (select distinct <$ v.keys $> from unread) as touched
        on <$ v.storedIsTouched $>
    group by <$ v.storedKeys $>, stored._odp_epoch
{% endif %}
),

filled as (
    select
        <$ v.filled $>,
        _operation,
        _changed_at,
        _cdc_lsn,
        _odp_epoch,
        _kafka_topic,
        _kafka_partition,
        _kafka_offset,
        _kafka_timestamp,
        _odp_is_new
    from typed
    window so_far as (partition by <$ v.keys $>, _odp_epoch order by _kafka_offset)
)

select
    <$ v.selected $>,
    _operation,
    _changed_at,
    _odp_epoch * bigint '1000000000000' + _kafka_offset as _position,
    _cdc_lsn,
    _kafka_topic,
    _kafka_partition,
    _kafka_offset,
    _kafka_timestamp,
    _odp_epoch,
    {{ position.batch }} as _odp_batch,
    {{ cdc_progress(position) }} as _odp_progress
from filled
where _odp_is_new
`,
);
