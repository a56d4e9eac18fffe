// Every version of each row, as a view of the changes.
import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { header } from "../../../text/header.ts";
import { jinjaFragment, jinjaString } from "../../../text/jinja.ts";
import { template } from "../../../text/template.ts";
import * as columns from "./columns.ts";
import { viewConfig } from "./views.ts";

export function historyModel(source: SourcePlan, table: TablePlan): string {
  return header("jinja", table.file) + viewConfig(table, table.historyTable) + render(view(source, table));
}

function view(source: SourcePlan, table: TablePlan) {
  const keys = columns.keyColumns(table);
  const values = columns.valueColumns(table);
  const names = keys.map(({ name }) => name);
  const all = [...names, ...values.map(({ name }) => name)];
  return {
    changes: `{{ ref(${jinjaString(table.baseChangesModel ?? "")}) }}`,
    snapshotEnds: `{{ source(${jinjaString(source.bronzeSchema)}, ${jinjaString(source.snapshotEndsTable)}) }}`,
    topicPattern: jinjaFragment(`'${table.topicPattern}'`),
    endEpoch: columns.epochOf(source.epochPattern, "ends.topic"),
    all: columns.lines(all, "        "),
    keys: columns.lines(names, "        "),
    keyList: names.join(", "),
    ghosts: columns.lines([...names.map((name) => `seen.${name}`), ...values.map(() => "null")], "        "),
    row: [...values.map(({ name }) => name), "_odp_is_deleted"].join(", "),
    declared: columns.lines(
      table.columns.map(({ name }) => columns.identifier(name)),
      "    ",
    ),
  };
}

const render = template<ReturnType<typeof view>>(
  "history model",
  `{#-
    One row for each version of a row, half-open in time. A view, because a version ends when a later change arrives:
    stored rows would have to be changed or taken away, and nobody would pay less who reads it once a day.

    A version that nobody could see (replaced in the same transaction) is left out; a change that changes nothing,
    such as the same row in the snapshot of a new epoch, makes no version. A row that the complete snapshot of a
    new epoch did not show ended when that snapshot was complete.
-#}
with read as (
    select
        topic,
        partition,
        last
    from (select max_by(_odp_progress, _odp_batch) as progress from <$ v.changes $>) as newest
    cross join unnest(
        cast(json_extract(newest.progress, '$.read') as array(row(topic varchar, partition bigint, last bigint)))
    ) as read (topic, partition, last)
),

ends as (
    select
        ends.topic,
        ends.kafka_partition,
        ends.end_offset,
        ends.read_at,
        <$ v.endEpoch $> as _odp_epoch
    from <$ v.snapshotEnds $> as ends
    where regexp_like(ends.topic, <$ v.topicPattern $>)
),

announced as (
    select
        ends._odp_epoch,
        min(ends.read_at) as read_at,
        bool_and(coalesce(read.last, -1) >= ends.end_offset - 1) as is_complete
    from ends
    left join read
        on ends.topic = read.topic
        and ends.kafka_partition = read.partition
    group by ends._odp_epoch
),

changes as (
    select
        <$ v.all $>,
        _operation,
        _changed_at,
        _position,
        _odp_epoch
    from <$ v.changes $>
),

-- When each epoch begins: with its snapshot, or, where that was empty, when this was known.
epochs as (
    select
        coalesce(begun._odp_epoch, announced._odp_epoch) as _odp_epoch,
        least(
            coalesce(begun._changed_at, announced.read_at, current_timestamp),
            coalesce(announced.read_at, begun._changed_at, current_timestamp)
        ) as _changed_at,
        coalesce(announced.is_complete, false) as is_complete
    from (select _odp_epoch, min(_changed_at) as _changed_at from changes group by _odp_epoch) as begun
    full join announced
        on begun._odp_epoch = announced._odp_epoch
),

-- The epochs that say anything of a row, and those whose snapshot shows it: there its first change is no insert.
seen as (
    select
        <$ v.keys $>,
        array_agg(_odp_epoch) as _odp_epochs,
        array_agg(_odp_epoch) filter (where _odp_first <> 'insert') as _odp_shown
    from (
        select
            <$ v.keyList $>,
            _odp_epoch,
            min_by(_operation, _position) as _odp_first
        from changes
        group by <$ v.keyList $>, _odp_epoch
    )
    group by <$ v.keyList $>
),

events as (
    select
        <$ v.all $>,
        _operation = 'delete' as _odp_is_deleted,
        _changed_at,
        _position
    from changes
    union all
    -- A row that a snapshot does not show is gone before anything else that the epoch says of it.
    select
        <$ v.ghosts $>,
        true,
        epochs._changed_at,
        epochs._odp_epoch * bigint '1000000000000' - 1
    from seen
    inner join epochs
        on array_min(seen._odp_epochs) < epochs._odp_epoch
        and not coalesce(contains(seen._odp_shown, epochs._odp_epoch), false)
        and (contains(seen._odp_epochs, epochs._odp_epoch) or epochs.is_complete)
),

-- Clocks go back, order does not.
timed as (
    select
        events.*,
        max(_changed_at) over (partition by <$ v.keyList $> order by _position) as _valid_from
    from events
),

visible as (
    select
        timed.*,
        row_number() over (partition by <$ v.keyList $>, _valid_from order by _position desc) as _odp_from_last
    from timed
),

compared as (
    select
        visible.*,
        row(<$ v.row $>) as _odp_version,
        lag(row(<$ v.row $>)) over (partition by <$ v.keyList $> order by _position) as _odp_version_before
    from visible
    where _odp_from_last = 1
),

versions as (
    select
        compared.*,
        lead(_valid_from) over (partition by <$ v.keyList $> order by _position) as _valid_to
    from compared
    where _odp_version is distinct from _odp_version_before
)

select
    <$ v.declared $>,
    _valid_from,
    _valid_to,
    _valid_to is null as _is_current
from versions
where not _odp_is_deleted
`,
);
