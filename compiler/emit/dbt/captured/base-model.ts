// The state of each row with tombstones, merged from the changelog. See the rules in the comment that the model has.
import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaString } from "../../../text/jinja.ts";
import { template } from "../../../text/template.ts";
import * as columns from "./columns.ts";
import { addColumnsHook, configBlock } from "./config-block.ts";
import { positionCall } from "./position.ts";

/** Rows above which the state is cut into buckets; below it, many small files cost more than they save. */
const BUCKETED_ROWS = 10_000_000;
const ROWS_A_BUCKET = 2_500_000;

export function baseModel(source: SourcePlan, table: TablePlan): string {
  return header("jinja", table.file) + configBlock(settings(source, table)) + render(view(source, table));
}

function settings({ protect }: SourcePlan, table: TablePlan): readonly (readonly [string, string])[] {
  const keys = table.key.map(jinjaString);
  const sorted = table.key.map((name) => `'${name}'`).join(", ");
  const buckets = Math.ceil(table.estimatedRows / ROWS_A_BUCKET);
  const properties = [
    `"format": "'PARQUET'"`,
    `"format_version": "2"`,
    ...(table.estimatedRows > BUCKETED_ROWS
      ? [`"partitioning": "ARRAY['bucket(${table.key[0]}, ${buckets})']"`]
      : []),
    `"sorted_by": "ARRAY[${sorted}]"`,
  ];
  return [
    ["materialized", "'incremental'"],
    ["incremental_strategy", "'merge'"],
    ["unique_key", keys.length === 1 ? (keys[0] ?? "") : `[${keys.join(", ")}]`],
    ["on_schema_change", "'append_new_columns'"],
    ["on_table_exists", "'replace'"],
    ["views_enabled", "false"],
    ...(protect ? [["full_refresh", "false"] as const] : []),
    ["schema", jinjaString(table.baseSchema)],
    ["alias", jinjaString(table.lakeTable)],
    ["tags", "['cdc']"],
    ["properties", `{${properties.join(", ")}}`],
    ...addedColumns(table),
    ...(table.keepDeletedSeconds === null ? [] : [["post_hook", purge(table.keepDeletedSeconds)] as const]),
  ];
}

function addedColumns(table: TablePlan): readonly (readonly [string, string])[] {
  const values = columns.valueColumns(table).map(({ plan }) => [plan.name, plan.stateType] as const);
  const unseen = columns.largeColumns(table).length > 0 ? ([["_odp_unseen", "array(varchar)"]] as const) : [];
  return values.length === 0 ? [] : [addColumnsHook([...values, ...unseen])];
}

/** Rows of the newest batch stay: they hold how far the changelog is read. */
function purge(keepSeconds: number): string {
  const statement =
    "delete from {{ this }} where _is_deleted " +
    `and _kafka_timestamp < current_timestamp - interval '${keepSeconds}' second ` +
    "and _odp_batch < (select max(_odp_batch) from {{ this }})";
  return `"${statement}"`;
}

function view(source: SourcePlan, table: TablePlan) {
  const keys = columns.keyColumns(table);
  const values = columns.valueColumns(table);
  const large = columns.largeColumns(table);
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
    ghosts: columns.lines([...names(), ...values.map(() => "null")], "        "),
    changesKeys: names("changes.").join(", "),
    groupKeys: names().join(", "),
    typedNulls: columns.lines(
      [...keys, ...values].map(({ name, plan }) => `cast(null as ${plan.stateType}) as ${name}`),
      "        ",
    ),
    knownIsChanged: columns.sameKey(keys, "known", "changes", "        "),
    knownIsLatest: columns.sameKey(keys, "known", "latest", "    "),
    earlierIsSame: keys
      .map((key) => `${columns.typed(key, `earlier.${key.name}`)} = ordered.${key.name}`)
      .join("\n        and "),
    latest: columns.lines(
      [
        ...names(),
        ...values.map((column) => {
          const given = isLarge(column) ? ` and ${columns.isGiven(column)}` : "";
          return `max_by(${column.name}, _kafka_offset) filter (where not _is_deleted${given}) as ${column.name}`;
        }),
        "bool_or(not _is_deleted) as _odp_has_values",
        ...large.map(
          (column) =>
            `bool_or(not _is_deleted and ${columns.isGiven(column)}) as ${columns.about("has", column)}`,
        ),
      ],
      "        ",
    ),
    state: columns.lines(
      [
        ...names("latest."),
        ...values.map((column) => `${stateValue(column, isLarge(column))} as ${column.name}`),
      ],
      "    ",
    ),
    hasLarge: large.length > 0,
    unseen: large.map(unseen).join(",\n            "),
  };
}

function stateValue(column: columns.ColumnText, isLarge: boolean): string {
  const latest = columns.typed(column, `latest.${column.name}`);
  const known = `known.${column.name}`;
  if (!isLarge) return `if(latest._odp_has_values, ${latest}, ${known})`;
  return [
    "case",
    `        when latest.${columns.about("has", column)} then ${latest}`,
    `        when known._odp_epoch = latest._odp_epoch or not latest._odp_has_values then ${known}`,
    "    end",
  ].join("\n");
}

function unseen(column: columns.ColumnText): string {
  const name = `'${column.plan.name}'`;
  return (
    `if(not latest.${columns.about("has", column)} ` +
    `and if(known._odp_epoch = latest._odp_epoch, contains(known._odp_unseen, ${name}), latest._odp_has_values), ${name})`
  );
}

const render = template<ReturnType<typeof view>>(
  "base model",
  `{#-
    The newest state of each row; deleted rows stay as tombstones with their last values.

    Order      epoch, then offset. The epoch stands in the topic's name; positions in the log (LSN) mean nothing
               across epochs, and large values are not carried over from one to the next.
    Replays    The connector sends changes again after a crash. A change whose LSN is not above what its key has seen
               is one if the same change lies at a lower offset; otherwise the source went back in time: the
               change is applied and counted in _odp_incidents, and a test fails.
    Ghosts     When the snapshot of an epoch is complete, rows that older epochs hold and it did not show are deleted.
    Deletes    carry invented values in all columns but the key, so values come from changes that are no deletes.
               _changed_at of a deleted row is when it was deleted, or when it was known that an epoch lacks it.
-#}
{%- set position = fromjson(<$ v.position $>) %}

with changes as (
    select
        <$ v.changed $>,
        coalesce(__deleted, 'false') = 'true' as _is_deleted,
        _cdc_op,
        _cdc_source_ts_us,
        _cdc_source_txid,
        -- Rows of a snapshot have no position of their own.
        if(coalesce(_cdc_source_snapshot, 'false') = 'false', _cdc_source_lsn) as _cdc_lsn,
        <$ v.epoch $> as _odp_epoch,
        _kafka_topic,
        _kafka_partition,
        _kafka_offset,
        _kafka_timestamp
    from <$ v.changelog $>
    where {{ cdc_unread(position) }}
{% if is_incremental() and position.complete > 1 %}
    union all
    -- Ghosts.
    select
        <$ v.ghosts $>,
        true,
        'ghost',
        null,
        null,
        null,
        _odp_epoch,
        _kafka_topic,
        _kafka_partition,
        _kafka_offset,
        _kafka_timestamp
    from {{ this }}
    where not _is_deleted and _odp_epoch < {{ position.complete }}
{% endif %}
),

known as (
{% if is_incremental() %}
    select * from {{ this }}
{% else %}
    select
        <$ v.typedNulls $>,
        cast(null as timestamp(6) with time zone) as _changed_at,
        cast(null as bigint) as _cdc_lsn,
        cast(null as integer) as _odp_epoch,
        cast(null as bigint) as _odp_incidents<% if v.hasLarge %>,
        cast(null as array(varchar)) as _odp_unseen<% endif %>

    where false
{% endif %}
),

ordered as (
    select
        changes.*,
        greatest(
            max(changes._odp_epoch) over (partition by <$ v.changesKeys $>),
            coalesce(known._odp_epoch, 0)
        ) as _odp_newest_epoch,
        greatest(
            coalesce(
                max(changes._cdc_lsn) over (
                    partition by <$ v.changesKeys $>, changes._odp_epoch
                    order by changes._kafka_offset
                    groups between unbounded preceding and 1 preceding
                ),
                -1
            ),
            if(known._odp_epoch = changes._odp_epoch, known._cdc_lsn, -1)
        ) as _odp_seen_lsn,
        row_number() over (
            partition by <$ v.changesKeys $>, changes._kafka_topic, changes._cdc_lsn, changes._cdc_source_txid, changes._cdc_op
            order by changes._kafka_offset
        ) as _odp_sighting
    from known
    right join changes
        on <$ v.knownIsChanged $>
),

applied as (
    select
        ordered.*,
        coalesce(ordered._cdc_lsn <= ordered._odp_seen_lsn, false) as _odp_is_suspect
{% if is_incremental() %}
    from <$ v.changelog $> as earlier
    right join ordered
        on earlier._cdc_source_lsn = if(ordered._cdc_lsn <= ordered._odp_seen_lsn, ordered._cdc_lsn)
        and earlier._cdc_source_txid = ordered._cdc_source_txid
        and earlier._cdc_op = ordered._cdc_op
        and earlier._kafka_topic = ordered._kafka_topic
        and earlier._kafka_offset < ordered._kafka_offset
        and <$ v.earlierIsSame $>
    where
        earlier._kafka_offset is null
        and ordered._odp_epoch = ordered._odp_newest_epoch
{% else %}
    from ordered
    where ordered._odp_epoch = ordered._odp_newest_epoch
{% endif %}
),

latest as (
    select
        <$ v.latest $>,
        max_by(_is_deleted, _kafka_offset) as _is_deleted,
        max_by(_cdc_source_ts_us, _kafka_offset) as _cdc_source_ts_us,
        count_if(_odp_is_suspect) as _odp_incidents,
        max(_odp_epoch) as _odp_epoch,
        greatest(max(_odp_seen_lsn), max(coalesce(_cdc_lsn, -1))) as _cdc_lsn,
        max_by(_kafka_topic, _kafka_offset) as _kafka_topic,
        max_by(_kafka_partition, _kafka_offset) as _kafka_partition,
        max(_kafka_offset) as _kafka_offset,
        max_by(_kafka_timestamp, _kafka_offset) as _kafka_timestamp
    from applied
    where not (_odp_is_suspect and _odp_sighting > 1)
    group by <$ v.groupKeys $>
)

select
    <$ v.state $>,
    latest._is_deleted or latest._odp_epoch < {{ position.complete }} as _is_deleted,
    case
{% if position.complete > 1 %}
        when latest._cdc_source_ts_us is null or (not latest._is_deleted and latest._odp_epoch < {{ position.complete }})
            then timestamp '{{ position.complete_at }} UTC'
{% endif %}
        when latest._cdc_source_ts_us is null then known._changed_at
        else cast(from_unixtime_nanos(latest._cdc_source_ts_us * 1000) as timestamp(6) with time zone)
    end as _changed_at,
    latest._cdc_lsn,
    latest._kafka_topic,
    latest._kafka_partition,
    latest._kafka_offset,
    latest._kafka_timestamp,
    latest._odp_epoch,
    if(known._odp_epoch = latest._odp_epoch, known._odp_incidents, 0) + latest._odp_incidents as _odp_incidents,
<% if v.hasLarge %>
    -- Large columns whose value was never seen in this epoch: the old one may come from a future that was lost.
    filter(
        array[
            <$ v.unseen $>
        ],
        name -> name is not null
    ) as _odp_unseen,
<% endif %>
    {{ position.batch }} as _odp_batch,
    {{ cdc_progress(position) }} as _odp_progress
from known
right join latest
    on <$ v.knownIsLatest $>
`,
);
