import { header } from "../../../text/header.ts";

/** Macros that the models of captured tables share. They read positions only, never rows. */
export const cdcMacros = (file: string): string => header("jinja", file) + MACROS;

// What is read before the model runs becomes constants in it: Trino then prunes files by offset, the ranges are the
// same wherever the model mentions its changelog, and a change that arrives meanwhile waits for the next run.
const MACROS = `
{#-
    The position of a model in its changelog, as JSON:
    batch     number of this run of the model
    complete  newest epoch whose snapshot is consumed by the end of this run, and complete_at, when that was known
    read      last offset of each partition by the end of this run
    unread    what this run reads: offsets above after, up to last
-#}
{% macro cdc_position(changelog, snapshot_ends, topic_pattern, epoch_pattern) -%}
{%- if not execute -%}
{"batch": 0, "complete": 0, "complete_at": "", "read": [], "unread": []}
{%- else -%}
{%- set before = {"batch": 0, "read": []} -%}
{%- if is_incremental() -%}
    {%- set stored = run_query("select max_by(_odp_progress, _odp_batch) from " ~ this).columns[0].values()[0] -%}
    {%- if stored -%}{%- set before = fromjson(stored) -%}{%- endif -%}
{%- endif -%}
{%- set found = run_query(cdc_position_query(before.read, changelog, snapshot_ends, topic_pattern, epoch_pattern)).columns -%}
{"batch": {{ before.batch + 1 }}, "complete": {{ found[0].values()[0] }}, "complete_at": "{{ found[1].values()[0] }}", "read": {{ found[2].values()[0] }}, "unread": {{ found[3].values()[0] }}}
{%- endif -%}
{%- endmacro %}

{#- Gives a stored table the columns that were declared after it was built. Their values come with the next changes. -#}
{% macro cdc_add_columns(columns) -%}
{%- if execute and load_relation(this) -%}
{%- set present = adapter.get_columns_in_relation(this) | map(attribute="name") | list -%}
{%- for name, type in columns -%}
{%- if name not in present -%}
{%- set added = run_query("alter table " ~ this ~ " add column " ~ adapter.quote(name) ~ " " ~ type) -%}
{%- endif -%}
{%- endfor -%}
{%- endif -%}
{%- endmacro %}

{#- What rows of this run keep, so that the next run knows where to begin. It commits together with them. -#}
{% macro cdc_progress(position) -%}
'{{ tojson({"batch": position.batch, "read": position.read}) }}'
{%- endmacro %}

{#- The condition on the changelog for what this run reads. -#}
{% macro cdc_unread(position) -%}
{%- if position.unread | length == 0 -%}
false
{%- else -%}
(
{%- for range in position.unread %}
        {{ "or " if not loop.first else "" }}(_kafka_topic = '{{ range.topic }}' and _kafka_partition = {{ range.partition }} and _kafka_offset > {{ range.after }} and _kafka_offset <= {{ range.last }})
{%- endfor %}
    )
{%- endif -%}
{%- endmacro %}

{#-
    Two branches for each known topic, its known partitions and those that had nothing before, so that files of what
    is read, and of topics of older epochs, are never opened. Each stands in the query once: Trino plans a common table
    again at each mention, and this query runs before every model.
-#}
{% macro cdc_position_query(read, changelog, snapshot_ends, topic_pattern, epoch_pattern) -%}
{%- set topics = read | map(attribute="topic") | unique | list -%}
with known (topic, partition, before, found, end_offset, read_at) as (
{%- if read | length > 0 %}
    values
{%- for each in read %}
        ('{{ each.topic }}', {{ each.partition }}, {{ each.last }}, null, null, null){{ "," if not loop.last else "" }}
{%- endfor %}
    union all
{%- endif %}
{%- for topic in topics %}
{%- set own = read | selectattr("topic", "equalto", topic) | list %}
{%- set partitions = own | map(attribute="partition") | list %}
    select _kafka_topic, _kafka_partition, null, _kafka_offset, null, null
    from {{ changelog }}
    where _kafka_topic = '{{ topic }}' and _kafka_offset > {{ own | map(attribute="last") | min }}
    union all
    select _kafka_topic, _kafka_partition, null, _kafka_offset, null, null
    from {{ changelog }}
    where _kafka_topic = '{{ topic }}'
        and (_kafka_partition > {{ partitions | max }}{% for partition in range(partitions | max) %}{% if partition not in partitions %} or _kafka_partition = {{ partition }}{% endif %}{% endfor %})
    union all
{%- endfor %}
    select _kafka_topic, _kafka_partition, cast(null as bigint), _kafka_offset, null, null
    from {{ changelog }}
    where {% if topics | length == 0 %}true{% else %}_kafka_topic not in ('{{ topics | join("', '") }}'){% endif %}
    union all
    -- As if what lies before the snapshot were read: it belongs to one that was given up.
    select topic, kafka_partition, nullif(first_offset, 0) - 1, null, end_offset, read_at
    from {{ snapshot_ends }}
    where regexp_like(topic, '{{ topic_pattern }}')
),
partitions as (
    select
        topic,
        partition,
        coalesce(max(before), -1) as after,
        coalesce(greatest(max(before), max(found)), max(before), max(found)) as last,
        max(end_offset) as end_offset,
        min(read_at) as read_at
    from known
    group by topic, partition
),
topics as (
    select
        topic,
        cast(coalesce(regexp_extract(topic, '{{ epoch_pattern }}', 1), '1') as integer) as epoch,
        bool_and(coalesce(last, -1) >= end_offset - 1) as is_complete,
        coalesce(min(read_at), current_timestamp) as known_at,
        array_agg(cast(row(topic, partition, last) as row(topic varchar, partition bigint, last bigint)) order by partition)
            filter (where last is not null) as read,
        array_agg(cast(row(topic, partition, after, last) as row(topic varchar, partition bigint, after bigint, last bigint)) order by partition)
            filter (where last > after) as unread
    from partitions
    group by topic
)
select
    coalesce(max(epoch) filter (where is_complete), 0),
    coalesce(cast(max_by(cast(known_at at time zone 'UTC' as timestamp(6)), epoch) filter (where is_complete) as varchar), ''),
    json_format(cast(flatten(coalesce(array_agg(read order by topic) filter (where read is not null), array[])) as json)),
    json_format(cast(flatten(coalesce(array_agg(unread order by topic) filter (where unread is not null), array[])) as json))
from topics
{%- endmacro %}
`;
