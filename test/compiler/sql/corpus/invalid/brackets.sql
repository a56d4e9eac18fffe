--! syntax "from" expected `,` or `)`, found `from`
select sum(a from t where b = 1
;
--! syntax "from" expected `,` or `)`, found `from`
(select count(a from t)
;
--! syntax ")" this `)` closes nothing -- remove it
select a) , b from t
;
--! syntax "(" this `(` is never closed -- add `)`
select a from (select b from t
;
--! unclosed-text "'" this string is never closed -- add `'` at its end; a `'` inside is written twice
select 'abc from t
;
--! unclosed-text "\"" this quoted name is never closed -- add `"` at its end; a `"` inside is written twice
select "abc from t
;
--! syntax ")" this `)` closes nothing -- remove it
--! syntax "x" expected the next clause or the end of the query, found `x`
select a from t) x
;
--! syntax "select" expected `(` with a query, found `select`
with a as select 1 select 2
;
--! syntax "int" expected `as`, found `int`
--! syntax ")" expected a type, found `)`
--! syntax "a" expected `from`, found `a`
select cast(a int), try_cast(b as ), extract(year a) from t
;
--! syntax "or" expected `and`, found `or`
--! syntax "3" expected `(` with a list or a query, found `3`
select x between 1 or 2 from t where y not in 3
;
--! syntax ")" expected an expression, found `)`
select count(distinct) from t
;
--! syntax "selct" expected `select`, `values`, `table` or `(`, found `selct` -- did you mean `select`?
selct a from t
;
--! syntax "(" this `(` is never closed -- add `)`
select a from t where (a = 1
;
--! syntax ")" this `)` closes nothing -- remove it
select a from t where a = 1)
;
--! syntax "from" expected `,` or `)`, found `from`
select (a, b from t
;
--! syntax "b" expected `,` or `)`, found `b`
--! syntax "d" expected `,` or `)`, found `d`
--! syntax "f" expected `,` or `)`, found `f`
--! syntax "y" expected `,` or the next clause, found `y`
select f(a b, c d), g(e f) from t x y
;
--! syntax "select" expected `(` with a query, found `select`
select * from t where exists select 1
;
--! syntax "a" expected `(`, found `a`
select * from unnest a
;
--! syntax "1" expected `select`, `values`, `table` or `(`, found `1`
select * from lateral (1)
;
--! syntax "" expected `select`, `values`, `table` or `(`, found the end of the query
with recursive a as (select 1)
;
--! syntax ")" expected a type, found `)`
--! syntax ")" expected a type, found `)`
--! syntax "," expected `)`, found `,`
--! syntax ")" expected a type, found `)`
select cast(a as), cast(a as int(), cast(a as row()) from t
;
--! syntax "from" expected `,` or `]`, found `from`
select array[1, 2 from t
;
--! syntax "from" expected `]`, found `from`
select a[1 from t
;
--! syntax ")" expected `preceding` or `following`, found `)`
select sum(a) over (order by a rows 1) from t
;
--! syntax ")" expected `and`, found `)`
select sum(a) over (rows between 1 preceding) from t
;
--! syntax "a" `extract` has no field `a`
--! syntax ")" expected `from`, found `)`
--! syntax ")" expected an expression, found `)`
--! syntax ")" expected an expression, found `)`
select trim(both), extract(a), position('a' in), substring(a from) from t
;
--! syntax ")" expected `,`, found `)`
--! syntax "b" expected the JSON path as a string, found `b`
--! syntax "," expected `value` or `:`, found `,`
--! syntax ")" expected `value` or `:`, found `)`
--! syntax "foo" expected `true`, `false`, `unknown` or `error`, found `foo`
select json_value(a), json_query(a, b), json_object('a', 1), json_exists(a, '$' foo on error) from t
;
--! syntax "as" expected `)`, found `as`
select * from t match_recognize (pattern (a b define a as true)
;
--! unclosed-text "'" this string is never closed -- add `'` at its end; a `'` inside is written twice
--! syntax "'" expected `,` or the next clause, found `'`
select 'it's'
;
--! unclosed-text "\"" this quoted name is never closed -- add `"` at its end; a `"` inside is written twice
select "a from t
;
--! unclosed-text "/*" this comment is never closed -- add `*/`
--! syntax "" expected a query, found the end of the query
/* open
;
--! syntax "wiht" expected `select`, `values`, `table` or `(`, found `wiht` -- did you mean `with`?
wiht a as (select 1) select * from a
;
--! syntax "(" this `(` is never closed -- add `)`
select (select 1, (select 2 from t
;
--! syntax "from" expected `,` or `)`, found `from`
select ((((a from t
;
--! syntax "]" expected `,` or the next clause, found `]`
--! syntax "]" this `]` closes nothing -- remove it
select a]] from t
;
--! syntax "sets" expected `(`, found `sets`
select grouping sets (a) from t
;
--! syntax ")" expected an expression, found `)`
select a from t group by grouping sets ()
;
--! syntax "10" expected `(`, found `10`
select * from t tablesample bernoulli 10
;
--! syntax ")" expected an expression, found `)`
select () from t
