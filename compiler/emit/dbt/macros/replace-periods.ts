/** The incremental strategy by which the periods of a window equal their full rebuild after each run. */
export const REPLACE_PERIODS = `{#
  Incremental strategy replace_periods: after each run the periods of the window equal their full rebuild.

  One merge, so that no reader sees half of it: rows that are new or differ are written, rows that vanished are deleted,
  equal rows are left alone. "except" takes null for equal to null. Where the period is part of the key, only those
  periods of the table are searched; where it is not, a row may have moved in from another period, so that the whole
  table is searched for its key.
#}
{% macro get_incremental_replace_periods_sql(arg_dict) %}
    {%- set target = arg_dict['target_relation'] -%}
    {%- set computed = arg_dict['temp_relation'] -%}
    {%- set keys = [arg_dict['unique_key']] if arg_dict['unique_key'] is string else arg_dict['unique_key'] -%}
    {%- set plain_keys = keys | map('replace', '"', '') | map('lower') | list -%}
    {%- set columns = [] -%}
    {%- set values = [] -%}
    {%- for column in arg_dict['dest_columns'] -%}
        {%- do columns.append(column.quoted) -%}
        {%- if column.name not in plain_keys -%}
            {%- do values.append(column.quoted) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set period = config.get('meta').period -%}
    {%- set window = period_window() -%}

    merge into {{ target }} as stored
    using (
        with

        changed as (
            select {{ columns | join(', ') }} from {{ computed }}
            except
            select {{ columns | join(', ') }} from {{ target }}
            where {{ in_window(period, window) }}
        ),

        vanished as (
            select {{ keys | join(', ') }} from {{ target }}
            where {{ in_window(period, window) }}
            except
            select {{ keys | join(', ') }} from {{ computed }}
        )

        select {{ columns | join(', ') }}, false as is_vanished
        from changed

        union all

        select
            {%- for column in arg_dict['dest_columns'] %}
            {{ column.quoted if column.name in plain_keys else 'null' }},
            {%- endfor %}
            true
        from vanished
    ) as news
    on
        {%- for key in keys %}
        {{ 'and ' if not loop.first }}stored.{{ key }} = news.{{ key }}
        {%- endfor %}
        {%- if period in keys %}
        and {{ in_window('stored.' ~ period, window) }}
        {%- endif %}
    when matched and news.is_vanished then delete
    {%- if values %}
    when matched then update set
        {%- for column in values %}
        {{ column }} = news.{{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    {%- endif %}
    when not matched then insert ({{ columns | join(', ') }})
        values (news.{{ columns | join(', news.') }})
{% endmacro %}
`;
