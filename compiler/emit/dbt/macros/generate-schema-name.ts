/** Schemas have the same names in every environment; environments differ by catalog. */
export const GENERATE_SCHEMA_NAME = `{# A schema is named as it is declared, in every environment: environments differ by catalog. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
`;
