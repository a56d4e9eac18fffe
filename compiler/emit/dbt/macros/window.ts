/** Which periods a run computes again, and the conditions that say so in a query. */
export const PERIOD_WINDOW = `{#
  The periods that this run computes again: {'from': first period or none, 'to': last period or none}, as dates.

  none means no limit: the first run, a full refresh and an empty table compute everything. Otherwise the window reaches
  back by meta.recompute from the newest stored period that is not after today, and on to the period that holds this
  day. So a pause is caught up, and a row in the future neither moves the window nor stays out of it.
  run_started_at stands still during a run, so that the query and the merge see the same window over midnight.

  A backfill names its own range, both ends included: ODP_BACKFILL_FROM=2026-01-01 ODP_BACKFILL_TO=2026-01-31 in the
  environment, or the variables odp_from and odp_to, after which dbt parses the whole project again.
#}
{% macro period_window() %}
    {%- if not execute or not is_incremental() -%}
        {{ return({'from': none, 'to': none}) }}
    {%- endif -%}
    {%- set first = var('odp_from', env_var('ODP_BACKFILL_FROM', '')) or none -%}
    {%- set last = var('odp_to', env_var('ODP_BACKFILL_TO', '')) or none -%}
    {%- for day in [first, last] if day is not none -%}
        {%- if not modules.re.match('^[0-9]{4}-[0-9]{2}-[0-9]{2}$', day | string) -%}
            {{ exceptions.raise_compiler_error('a backfill goes from one date such as 2026-01-31 to another, not ' ~ day) }}
        {%- endif -%}
    {%- endfor -%}
    {%- if first is not none or last is not none -%}
        {{ return({'from': first, 'to': last}) }}
    {%- endif -%}
    {%- set window = config.get('meta') -%}
    {%- set recompute = window.recompute.split(' ') -%}
    {%- set now = run_started_at.strftime('%Y-%m-%d %H:%M:%S UTC') -%}
    {%- set start %}
        select cast(max({{ window.period }}) as varchar)
        from {{ this }}
        where {{ window.period }} <= (
            select max({{ window.period }}) - interval '{{ recompute[0] }}' {{ recompute[1] }} + interval '1' day
            from {{ this }}
            where {{ window.period }} <= cast(timestamp '{{ now }}' at time zone '{{ window.zone }}' as date)
        )
    {%- endset -%}
    {{ return({'from': run_query(start).columns[0].values()[0], 'to': none}) }}
{% endmacro %}


{#
  The first period of the window as a scalar query, for tests, which run after the model. The newest stored period may be
  newer by then than the one that the run saw, never older: the window that the test sees lies inside that of the run.
#}
{% macro window_start(relation, period, recompute, zone) -%}
    (
        select max({{ period }})
        from {{ relation }}
        where {{ period }} <= (
            select max({{ period }}) - interval '{{ recompute.split(' ')[0] }}' {{ recompute.split(' ')[1] }} + interval '1' day
            from {{ relation }}
            where {{ period }} <= cast(current_timestamp at time zone '{{ zone }}' as date)
        )
    )
{%- endmacro %}


{# The condition that a period lies in the window. #}
{% macro in_window(period, window) -%}
    {%- if window.from is none and window.to is none -%}
        true
    {%- else -%}
        {%- if window.from is not none -%}
            {{ period }} >= date '{{ window.from }}'
        {%- endif -%}
        {%- if window.to is not none -%}
            {{ ' and ' if window.from is not none }}{{ period }} <= date '{{ window.to }}'
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}


{#
  A relation without the rows that cannot belong to the window, by the instant that the period is computed from.
  Trino reads fewer files for a range on the instant itself, which it does not find through "at time zone".
  The range is wider than the window: a day of any zone begins less than 24 hours from the same day in UTC.
#}
{% macro recent(relation, instant, window, unit='day') -%}
    {%- if window.from is none and window.to is none -%}
        {{ relation }}
    {%- else -%}
        (
            select *
            from {{ relation }}
            where
                {% if window.from is not none -%}
                {{ instant }} >= timestamp '{{ window.from }} 00:00:00 UTC' - interval '1' day
                {%- endif -%}
                {%- if window.to is not none -%}
                {{ ' and ' if window.from is not none -}}
                {{ instant }} < timestamp '{{ window.to }} 00:00:00 UTC' + interval '1' day
                    + interval '{{ '3' if unit == 'quarter' else '7' if unit == 'week' else '1' }}' {{
                        'month' if unit == 'quarter' else 'day' if unit == 'week' else unit }}
                {%- endif %}
        )
    {%- endif -%}
{%- endmacro %}
`;
