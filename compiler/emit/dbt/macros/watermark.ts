/** The condition of a model that is merged by key and reads only what is new. */
export const AFTER_WATERMARK = `{#
  Only rows above the highest stored value of a column that only grows. For times, rows of the overlap below it are
  read again, since rows may arrive late, and stored values from the future do not count: one row dated 2999 must not
  keep out all others. On the first run and on a full refresh every row is read.
#}
{% macro after_watermark(column, type=none, overlap=none) %}
    {%- if not execute or not is_incremental() -%}
        {{ return('true') }}
    {%- endif -%}
    {%- set now = run_started_at.strftime('%Y-%m-%d %H:%M:%S UTC') -%}
    {%- set highest %}
        select cast(max({{ column }})
        {%- if overlap %} - interval '{{ overlap.split(' ')[0] }}' {{ overlap.split(' ')[1] }}{% endif %} as varchar)
        from {{ this }}
        {%- if type %}
        where {{ column }} <= timestamp '{{ now }}'
        {%- endif %}
    {%- endset -%}
    {%- set value = run_query(highest).columns[0].values()[0] -%}
    {%- if value is none -%}
        {{ return('true') }}
    {%- endif -%}
    {{ return(column ~ ' > ' ~ (type ~ " '" ~ value ~ "'" if type else value)) }}
{% endmacro %}
`;
