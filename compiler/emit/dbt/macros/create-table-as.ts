/**
 * dbt-trino creates a table with a contract empty and then fills it: two commits, between which readers see no rows.
 * Source: dbt-trino 1.11.0, `trino__create_table_as`.
 */
export const CREATE_TABLE_AS = `{#
  A table with a contract is made in one statement, as one without. dbt-trino's own macro makes it empty and fills it
  in a second statement, so that readers would see no rows for a while. Names and types are checked first either way.
  A temporary table that an interrupted run has left is replaced; dbt's unit tests would trip over it for ever.
#}
{% macro trino__create_table_as(temporary, relation, sql, on_exists=None) -%}
    {%- if config.get('contract').enforced -%}
        {{ get_assert_columns_equivalent(sql) }}
        {%- set sql = get_select_subquery(sql) -%}
    {%- endif -%}
    create
    {%- if on_exists == 'replace' or temporary %} or replace{% endif %} table
    {%- if on_exists == 'skip' %} if not exists{% endif %} {{ relation }}
    {{ comment(model.get('description')) }}
    {{ properties(temporary) }}
    as (
        {{ sql }}
    )
{%- endmacro %}
`;
