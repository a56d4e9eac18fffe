--! syntax "c" expected `,` or the next clause, found `c`
--! syntax "f" expected `,` or the next clause, found `f`
select a b c, d e f from t
;
--! syntax "" expected an expression, found the end of the query
select a from t where
;
--! syntax "frm" `frm` starts no clause -- did you mean `from`?
select a frm t
;
--! syntax "order" `order` is a reserved word -- as a name it is written `"order"`
select order from t
;
--! syntax "order" `order` is a reserved word -- as a name it is written `"order"`
select t.order from t
;
--! syntax "create" expected a query, found `create` -- `create` is a statement that changes or shows something: only queries stand here
create table x as select 1
;
--! syntax "from" expected `select`, found `from` -- a query starts with `select`, its `from` comes second
from t select a
;
--! syntax "" expected a query, found the end of the query

;
--! syntax ";" a query has no `;` at its end -- remove it
select 1;
;
--! syntax "x" expected no alias here, found `x` -- the alias stands before `tablesample`
select a from t tablesample bernoulli (10) x
;
--! syntax "" expected an expression, found the end of the query
select a from t group by
;
--! syntax "" expected an expression, found the end of the query
select a from t where a >
;
--! syntax "+" expected the end of the query, found `+`
select a from t limit 1 + 2
;
--! syntax "" expected `only` or `with ties`, found the end of the query
select a from t fetch first 3 rows
;
--! syntax "d" expected `,` or the next clause, found `d`
--! syntax "q" expected `,` or the next clause, found `q`
--! syntax "1" expected the next clause or the end of the query, found `1`
select a from (select b c d from t) x, s r q where 1 = 1 1
;
--! syntax "" expected an expression, found the end of the query
select * from t where a like
;
--! syntax "not" expected the next clause or the end of the query, found `not`
select * from t where a not b
;
--! syntax "'x'" expected an alias, found `'x'`
select * from t as 'x'
;
--! syntax "'x'" expected an alias, found `'x'`
select a as 'x' from t
;
--! syntax "z" expected `,` or the next clause, found `z`
select a "x y" z from t
;
--! syntax "select" expected `as`, found `select`
with a select 1
;
--! syntax "then" expected `when`, found `then`
--! syntax "end" `end` is a reserved word -- as a name it is written `"end"`
--! syntax "from" expected `when`, found `from`
select case a then b end, case end from t
;
--! syntax "table" `table` is a reserved word -- as a name it is written `"table"`
select table from t
;
--! syntax "select" expected a name behind `.`, found `select`
select a.select from t
;
--! syntax "values" expected `,` or the next clause, found `values`
select a values from t
;
--! syntax "insert" expected a query, found `insert` -- `insert` is a statement that changes or shows something: only queries stand here
insert into t select 1
;
--! syntax "update" expected a query, found `update` -- `update` is a statement that changes or shows something: only queries stand here
update t set a = 1
;
--! syntax "delete" expected a query, found `delete` -- `delete` is a statement that changes or shows something: only queries stand here
delete from t where a = 1
;
--! syntax "show" expected a query, found `show` -- `show` is a statement that changes or shows something: only queries stand here
show tables
;
--! syntax "form" `form` starts no clause -- did you mean `from`?
select a form t where b = 1
;
--! syntax "were" `were` starts no clause -- did you mean `where`?
select a from t were b = 1
;
--! syntax "gruop" `gruop` starts no clause -- did you mean `group`?
select a from t where b = 1 gruop by a
;
--! syntax "limt" `limt` starts no clause -- did you mean `limit`?
select a from t where b = 1 order by c limt 5
;
--! syntax "jion" `jion` starts no clause -- did you mean `join`?
select a from t jion s on true
;
--! syntax "{" expected an expression, found `{` -- templates are not part of SQL here: name relations directly
--! syntax "{" expected an expression, found `{` -- templates are not part of SQL here: name relations directly
--! syntax "{" expected a table or a query in parentheses, found `{`
select {{ var('x') }}, {% if a %} from {{ ref('t') }}
;
--! syntax ":" expected `,` or the next clause, found `:`
select a := 1 from t
;
--! syntax ";" a query has no `;` at its end -- remove it
select a from t;
;
--! syntax "" expected an expression, found the end of the query
select a from t where a between 1 and
;
--! syntax "d" expected `,` or the next clause, found `d`
select if(a, b) c d from t
;
--! syntax "f" expected `,` or the next clause, found `f`
--! syntax "i" expected `,` or the next clause, found `i`
select a, b c, d e f, g h i j from t
;
--! syntax "10" expected a name, found `10`
select * from t tablesample (10)
;
--! syntax "tz" expected the zone as a string or an interval, found `tz` -- for a computed zone write `at_timezone(value, zone)`
--! syntax "timezone" expected `,` or the next clause, found `timezone`
select a at time zone tz, a at timezone 'x' from t
;
--! syntax "" expected an expression, found the end of the query
values
;
--! syntax "using" expected `,` or the next clause, found `using`
select * from t using (a)
;
--! syntax "." expected a name behind `.`, found `.`
select a..b from t
;
--! syntax "from" expected a name behind `.`, found `from`
select a. from t
;
--! syntax "" expected an expression, found the end of the query
select a from t where x = 'a' or y = "b" || 'c' like
;
--! syntax "e" expected `,` or the next clause, found `e`
select a b from c d e join f on
