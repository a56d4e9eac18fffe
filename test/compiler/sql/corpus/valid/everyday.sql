select * from t where (a, b) in (select 1, 2) and (select max(x) from s) > 1 and ((select 1)) + 1 = 2
;
select * from (select 1) union select * from (a) join (b) on true
;
select * from ((a join b on true) left join c on true)
;
select 1 as "limit", a.limit, a.offset from a limit 1
;
select array_agg(x)[1], map['a'], t."$path", a."b".c[1]."d" from "t$snapshots" as t
;
select 1 where true
;
select 1 having true
;
select interval '1' second * 3, current_timestamp - interval '7' day, -1.5e3, +2
;
select a from t where ts > timestamp '2024-01-01 00:00:00' at time zone 'UTC' and not exists (select 1)
;
select a from t group by a, rollup (b), grouping sets ((c), ())
;
select x.* from (values 1) as x (a)
;
with t as (values 1) table t
;
select cast(row(1, 2) as row(a integer, b integer)).a, (cast(row(1) as row(a integer))).a
;
select distinct (a), b, count(distinct (a, b)) from t
;
select distinct t.* from t order by x nulls first limit 1
;
select replace(a, 'b'), year(a), month(a), day(a), hour(a), minute(a), second(a), last(x), json_format(json '1'), truncate(x), map(), format_datetime(a, 'y') from t
;
select sum(x) filter (where y) over (partition by z order by w rows between unbounded preceding and current row) as total from t
;
select t.a from t left join s on s.id = t.id and s.deleted is null where s.id is null
;
select * from a, b cross join c, lateral (select * from d where d.x = a.x) as e
;
select a from t where b like '%x\_%' escape '\' or b like 'y%'
;
select max_by(a, b), min_by(a, b, 3), approx_distinct(a), count_if(a > 1), histogram(b), bool_and(c) from t
;
select date_diff('day', a, b), date_add('hour', -1, now()), date_trunc('week', current_date), from_unixtime(c), at_timezone(d, 'UTC') from t
;
select url_extract_host(u), json_extract_scalar(j, '$.a.b[0]'), regexp_extract(s, '(\d+)', 1), split_part(s, '-', 2), element_at(m, 'k') from t
;
select case when a then 1 when b then 2 else 3 end + 1, case x when 1 then 'a' end || 'b' from t
;
select coalesce(nullif(trim(a), ''), 'none') as a, if(b > 0, 'up', if(b < 0, 'down')) as direction from t
;
select * from (
  select *, row_number() over (partition by id order by updated_at desc) as rn
  from raw.events -- newest wins
) where rn = 1
;
select day, sum(amount) over (order by day range between interval '6' day preceding and current row) as week from daily
