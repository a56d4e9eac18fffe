--! foreign-syntax "::" Trino does not cast with `::` -- write `cast(a as int)`
--! foreign-syntax "::" Trino does not cast with `::` -- write `cast(b as decimal(1,2))`
select a::int, b::decimal(1,2) + 1 from t
;
--! foreign-syntax "ilike" Trino has no `ilike` -- write `lower(…) like lower(…)`
--! foreign-syntax "isnull" Trino has no `isnull` -- write `is null`
select * from t where a ilike 'x%' and b isnull
;
--! foreign-syntax "qualify" Trino has no `qualify` -- filter on the window function in an outer query
select a, row_number() over (partition by b) r from t qualify r = 1
;
--! foreign-syntax "qualify" Trino has no `qualify` -- filter on the window function in an outer query
select * from t qualify row_number() over (partition by b order by c) = 1 order by 2
;
--! foreign-syntax ", 20" `limit` takes one number -- write `offset 10 limit 20`
select a from t limit 10, 20
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
select a, b, from t
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
select f(a, b,) from t where a in (1,2,)
;
--! foreign-syntax "==" `==` is not an operator of Trino -- write `=`
--! foreign-syntax "&&" `&&` is not an operator of Trino -- write `and`
--! foreign-syntax "!" `!` is not an operator of Trino -- write `not`
select a from t where b == 1 && c = 2 or !d
;
--! foreign-syntax "where" `where` stands before `order by` and `limit` -- move it up
select a from t order by a where b = 1
;
--! foreign-syntax "offset" `offset` stands before `limit` -- write `offset n limit m`
select a from t limit 3 offset 2
;
--! foreign-syntax "where" this is a second `where` -- join the conditions with `and`
select a from t where x = 1 group by a where z = 2
;
--! foreign-syntax "7" the value of an interval is a string -- write `'7'`
--! foreign-syntax "'7 days'" an interval has its unit behind the string -- write `interval '7' day`
--! foreign-syntax "weeks" `weeks` is no unit of an interval -- write the days: `interval '14' day`
select interval 7 day, interval '7 days', interval '2' weeks
;
--! foreign-syntax "within group" only `listagg` has `within group` -- for percentiles write `approx_percentile(value, 0.5)`
select percentile_cont(0.5) within group (order by x) from t
;
--! foreign-syntax "is true" Trino 476 has no `is true` -- write `is not distinct from true`
--! foreign-syntax "is not false" Trino 476 has no `is false` -- write `is distinct from false`
select a is true, b is not false from t
;
--! foreign-syntax "[" an array does not start with `[` alone -- write `array[…]`
select [1,2,3]
;
--! foreign-syntax "top 10" Trino has no `top` -- write `limit 10` at the end
select top 10 a from t
;
--! foreign-syntax "on" Trino has no `distinct on` -- number the rows with `row_number() over (…)` and keep the first in an outer query
select distinct on (a) a, b from t
;
--! foreign-syntax "except" Trino has no `* except (…)` -- name the columns that you want
select * except (a) from t
;
--! foreign-syntax "semi" Trino has no `semi join` -- write `where exists (…)` or `where not exists (…)`
select a from a left semi join b on a.x=b.x
;
--! foreign-syntax "generate_series" `generate_series` is called like a function -- table functions are called in `table(generate_series(…))`
select * from generate_series(1,2) as g(x)
;
--! foreign-syntax "with" `with` cannot stand in the parentheses of a set operation -- move `with` to the front of the whole query
select a from (with x as (select 1) select * from x) union (with y as (select 1) select 2)
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
with a as (select 1), select * from a
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
select a, from t where b in (1, 2,) group by a,
;
--! syntax "," expected `year`, `month`, `day`, `hour`, `minute` or `second`, found `,`
--! foreign-syntax "'1 day'" an interval has its unit behind the string -- write `interval '1' day`
--! foreign-syntax "1" the value of an interval is a string -- write `'1'`
--! syntax "foo" expected `,` or the next clause, found `foo`
select interval 'x', interval '1 day', interval 1 month, interval '1' year to foo from t
;
--! foreign-syntax "rlike" Trino has no operator for regular expressions -- write `regexp_like(text, pattern)`
--! foreign-syntax "regexp" Trino has no operator for regular expressions -- write `regexp_like(text, pattern)`
--! foreign-syntax "ilike" Trino has no `ilike` -- write `lower(…) like lower(…)`
select a rlike 'x', not b regexp 'y', c not ilike 'z' from t
;
--! foreign-syntax "isnull" Trino has no `isnull` -- write `is null`
--! foreign-syntax "notnull" Trino has no `notnull` -- write `is not null`
select a notnull from t where b isnull and c notnull
;
--! foreign-syntax "exclude" Trino has no `* exclude (…)` -- name the columns that you want
select * exclude (a, b) from t
;
--! foreign-syntax "replace" Trino has no `* replace (…)` -- name the columns that you want
select t.* replace (a as b) from t
;
--! foreign-syntax "read_csv" `read_csv` is called like a function -- table functions are called in `table(read_csv(…))`
select * from read_csv('x')
;
--! foreign-syntax "generate_series" `generate_series` is called like a function -- table functions are called in `table(generate_series(…))`
--! foreign-syntax "flatten" `flatten` is called like a function -- table functions are called in `table(flatten(…))`
select * from generate_series(1, 2) g, flatten(x) as f
;
--! foreign-syntax "union" `order by` and `limit` end a query -- put the query before in parentheses
select a from t union select b from s limit 3 union select 4
;
--! foreign-syntax "union" `order by` and `limit` end a query -- put the query before in parentheses
select a from t order by a union select b
;
--! foreign-syntax "where" `where` stands before `having` -- move it up
select a from t having b where c
;
--! foreign-syntax "group" `group by` stands before `window` -- move it up
select a from t window w as (partition by a) group by b
;
--! foreign-syntax "qualify" Trino has no `qualify` -- filter on the window function in an outer query
select a from t qualify a > 1 order by 3
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
select a -- only
,
;
--! foreign-syntax "within group" only `listagg` has `within group` -- for percentiles write `approx_percentile(value, 0.5)`
select percentile_disc(0.9) within group (order by a) over (partition by b) from t
;
--! foreign-syntax "x =>" the arguments of a function have no names -- names are for `table(…)` functions
select f(x => 1) from t
;
--! foreign-syntax "top 5" Trino has no `top` -- write `limit 5` at the end
select top 5 * from t
;
--! foreign-syntax "where" only a `select` has a `where` -- write `select * from (…) where …`
table t where a = 1
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
values (1, 2), (3, 4),
;
--! foreign-syntax "on" Trino has no `distinct on` -- number the rows with `row_number() over (…)` and keep the first in an outer query
select distinct on (a) b from t
;
--! foreign-syntax "," nothing follows this comma -- Trino allows no comma behind the last item: remove it
select (a,) from t
;
--! foreign-syntax "from" `trim` has nothing before `from` -- write `trim(text)`
select trim(from a) from t
;
--! foreign-syntax "[3]" an array type has no length -- remove it
select cast(a as integer array[3]) from t
