--! bad-name "`a`" Trino does not quote names with backticks -- write `"a"`
select `a` from t
;
--! syntax "from" expected `end`, found `from`
select case when a then b from t
;
--! syntax "join" this join has no condition -- add `on` or `using`; for every pair of rows write `cross join`
select a from a join b join c on a.x=c.x
;
--! syntax "{" expected an expression, found `{` -- templates are not part of SQL here: name relations directly
select {{ ref('a') }} from t
;
--! syntax "=" comparisons do not follow each other -- put one of them in parentheses, or join them with `and`
select a = b = c from t
;
--! syntax ";" only one query stands here -- remove what follows the `;`
select 1; select 2
;
--! syntax "b" expected `,` between two common tables, found `b`
with a as (select 1) b as (select 2) select * from a
;
--! syntax "from" expected an expression, found `from`
select from t
;
--! syntax "," expected an expression, found `,`
select a,,b from t
;
--! syntax "b" expected the zone as a string or an interval, found `b` -- for a computed zone write `at_timezone(value, zone)`
select a at time zone b from t
;
--! syntax "a" expected `where`, found `a`
--! syntax "from" expected `over`, found `from`
select max(a) filter (a > 1), lag(a) ignore nulls from t
;
--! syntax ":" expected an expression, found `:` -- parameters are written `?`
--! unknown-character "@" `@` is not part of Trino SQL
select a from t where a = :x and b = @y
;
--! syntax "a" expected `by`, found `a`
select a from t order a
;
--! syntax "3" expected `null` or `distinct from`, found `3`
select a from t where a is 3
;
--! syntax "-" expected a whole number, found `-` -- Trino computes no expression here
select a from t limit -1
;
--! syntax "*" expected an expression, found `*`
select count(*, 1) from t
;
--! syntax "on" expected no condition behind a cross join, found `on` -- write `join` without `cross`
select * from t cross join s on t.a = s.a
;
--! syntax "s" expected `join`, found `s`
select * from t natural s
;
--! syntax "s" expected `join`, found `s`
select * from t left s on true
;
--! syntax "c" expected `,` between two common tables, found `c`
with a as (select 1), b as (select 2) c as (select 3) select * from c
;
--! syntax "a" expected `by`, found `a`
select sum(a) over (partition a order by b) from t
;
--! syntax "from" expected `within`, found `from`
select listagg(a, ',') from t
;
--! syntax "define" expected `pattern`, found `define`
select * from t match_recognize (define a as true)
;
--! syntax "U&'\\00zz'" an escape in this string lacks its four digits
--! syntax "X'0'" a binary string holds an even number of digits
--! syntax "X'gg'" a binary string holds hexadecimal digits only
select U&'\00zz', X'0', X'gg' from t
;
--! unknown-character "~" `~` is not part of Trino SQL
--! unknown-character "#" `#` is not part of Trino SQL
--! unknown-character "öß" `öß` is not part of Trino SQL -- names with such characters are written in double quotes
select 1 ~ 2, a # b, größe from t
;
--! syntax "retrun" expected a statement such as `return`, found `retrun`
with function f() returns bigint retrun 1 select f()
;
--! syntax "end" expected `;`, found `end`
with function f() returns bigint begin return 1 end select f()
;
--! unknown-character "@" `@` is not part of Trino SQL
--! syntax ":" expected an expression, found `:` -- parameters are written `?`
--! syntax "$" expected an expression, found `$` -- parameters are written `?`
--! unknown-character "#" `#` is not part of Trino SQL
select @a, :b, $c, #d from t
;
--! syntax "$" expected an expression, found `$` -- parameters are written `?`
select $1 from t
;
--! syntax ";" only one query stands here -- remove what follows the `;`
select a from t; ; drop table x
;
--! syntax "system_time" expected `version` or `timestamp`, found `system_time`
select * from t for system_time as of 1
;
--! syntax "and" expected an expression, found `and`
select a from t where a = 1 and and b = 2
;
--! syntax "and" expected an expression, found `and`
select a from t where and a = 1
;
--! syntax "," expected an expression, found `,`
select , a from t
;
--! syntax "from" expected an expression, found `from`
select a + from t
;
--! syntax "*" expected an expression, found `*`
select a + * b from t
;
--! syntax "." expected an expression, found `.`
select .a from t
;
--! syntax "," expected an expression, found `,`
select f(,) from t
;
--! bad-name "1a" `1a` starts with a digit -- as a name it is written `"1a"`
--! bad-name "2b_c" `2b_c` starts with a digit -- as a name it is written `"2b_c"`
--! bad-name "3d" `3d` starts with a digit -- as a name it is written `"3d"`
select 1a, 2b_c from 3d
;
--! bad-name "\"\"" this name is empty -- a string is written in single quotes
select "" from t
;
--! syntax "if" `if` takes 2 or 3 arguments, not 1
--! syntax "nullif" `nullif` takes 2 arguments, not 1
--! syntax "coalesce" `coalesce` takes at least 2 arguments, not 1
--! syntax "try" `try` takes 1 argument, not 2
--! syntax "format" `format` takes at least 2 arguments, not 1
select if(a), nullif(a), coalesce(a), try(a, b), format('x') from t
;
--! syntax "9223372036854775808" this number is too large for a bigint -- write it as `decimal '…'`
--! syntax "0xFFFFFFFFFFFFFFFFF" this number is too large for a bigint -- write it as `decimal '…'`
select 9223372036854775808, -9223372036854775808, 9_223_372_036_854_775_807, 0xFFFFFFFFFFFFFFFFF from t
;
--! syntax "if" `if` is no aggregate and no window function
--! syntax "coalesce" `coalesce` is no aggregate and no window function
--! syntax "\"TRY\"" `TRY` is no aggregate and no window function
select if(distinct a, b) over (), coalesce(a, b) filter (where c), "TRY"(a) over w from t
;
--! syntax "epoch" `extract` has no field `epoch` -- write `to_unixtime(…)`
--! syntax "yaer" `extract` has no field `yaer` -- did you mean `year`?
--! syntax "isodow" `extract` has no field `isodow`
select extract(epoch from a), extract(yaer from a), extract(isodow from a), extract("YEAR" from a) from t
