/** A renamed model keeps its table. The adapter renames, so that dbt's cache knows of it within the same run. */
export const MOVE_TABLE = `{#
  Renames the table of a model that was renamed, before the model is built. Does nothing when there is no table of the
  old name or already one of the new name, so that it may run every time.
#}
{% macro move_table(schema, from_name, to_name, node) %}
    {%- set resources = [] -%}
    {%- for kind in ['model', 'seed'] -%}
        {%- do resources.append(kind ~ '.' ~ project_name ~ '.' ~ node) -%}
    {%- endfor -%}
    {%- if execute and (resources[0] in selected_resources or resources[1] in selected_resources) -%}
        {%- set old_table = adapter.get_relation(target.database, schema, from_name) -%}
        {%- set new_table = adapter.get_relation(target.database, schema, to_name) -%}
        {%- if old_table is not none and new_table is none -%}
            {%- do log('Renaming ' ~ old_table ~ ' to ' ~ to_name, info=true) -%}
            {%- do adapter.rename_relation(
                old_table, old_table.incorporate(path={'identifier': to_name})
            ) -%}
        {%- endif -%}
    {%- endif -%}
{% endmacro %}
`;
