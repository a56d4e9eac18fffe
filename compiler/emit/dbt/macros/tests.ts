/** Generic tests that dbt does not bring along, by name. */
export const GENERIC_TESTS: readonly (readonly [string, string])[] = [
  [
    "expression",
    `{# Rows for which a condition is false. Where it is unknown, as with null, it is not false. #}
{% test expression(model, expression, column_name=none) %}
select *
from {{ model }}
where not ({{ expression }})
{% endtest %}
`,
  ],
  [
    "row_count",
    `{# One row when the table has fewer rows than min or more than max. #}
{% test row_count(model, min=none, max=none) %}
select count(*) as row_count
from {{ model }}
having
    false
    {%- if min is not none %}
    or count(*) < {{ min }}
    {%- endif %}
    {%- if max is not none %}
    or count(*) > {{ max }}
    {%- endif %}
{% endtest %}
`,
  ],
  [
    "unique_combination",
    `{# Combinations of values that more than one row has. #}
{% test unique_combination(model, columns) %}
select
    {{ columns | join(', ') }},
    count(*) as row_count
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
{% endtest %}
`,
  ],
];
