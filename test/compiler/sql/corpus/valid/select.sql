select 1
;
SELECT a, b AS c, d e, "f" "G" FROM t
;
select * from t
;
select t.*, s.a, t.b.* from t, s
;
select (row(1, 'a')).* as (x, y)
;
select f(x).* from t
;
select distinct a from t
;
select all a, b from t
;
select all.a from all
;
select all from t
;
select a from t where b > 1 and c < 2 or not d = 3
;
select a, count(*) from t group by a having count(*) > 1
;
select a, sum(b) from t group by 1
;
select a from t group by (a, b), ()
;
select a from t group by (a + b) * 2, ((c))
;
select a, b, sum(c) from t group by rollup (a, b)
;
select a, b, sum(c) from t group by cube (a, (b, c)), rollup ()
;
select a, b, grouping(a, t.b), grouping() from t group by grouping sets ((a, b), (a), a, ())
;
select a from t group by distinct a, rollup (a, b)
;
select a from t group by all a, cube (b)
;
select a, sum(b) from t group by auto
;
select a from t order by a desc nulls last, 2 asc nulls first, b
;
select a from t offset 10
;
select a from t offset 10 rows limit 5
;
select a from t offset ? row fetch next ? rows only
;
select a from t limit all
;
select a from t limit ?
;
select a from t order by a fetch first row only
;
select a from t order by a fetch first 5 rows with ties
;
select 1 limit
;
select 1 offset
;
select limit, offset, fetch from window
;
select sum(b) over w from t window w as (partition by a), v as (w order by b)
;
values 1, 2, 3
;
values (1, 'a'), (2, null)
;
values (1, 'a') order by 1 limit 1
;
table shop.orders
;
table t order by a limit 3
;
(select 1)
;
((select a from t order by a limit 1) union all (table s)) order by 1
;
-- a comment
select /* another, with ; and ' */ 1 -- the last
;
select a from t where ? = b
;
select year, month, day, date, time, timestamp, zone, type, value, key, position, row, map, array from data
;
select "select", "a ""b""" from "from"."where"
