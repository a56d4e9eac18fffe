select 1, 1.5, .5, 1., 1e5, 1.5E-3, 1_000, 0xFF, 0b101, 0o17, 123456789012345678901234567890.1
;
select 'a', 'it''s', '', U&'d\0061t\+000061', U&'d!0061' uescape '!', X'0f AB', x''
;
select null, true, false, ?
;
select date '2020-01-01', timestamp '2020-01-01 00:00', time '01:02', decimal '1.5', json '{}', double '1', double precision '1', "custom" 'x', varchar 'a', char 'b', bigint '1'
;
select interval '1' day, interval - '2' year, interval + '3' hour, interval '1-2' year to month, interval '1 2:3' day to minute, interval '1' minute to second
;
select -a, +b, - -c, -1, 1 - -1, 1 - 1, 1-1
;
select a + b * c - d / e % f || g || h
;
select (a + b) * c, -(a + b), a - (b - c), a || (b || c), a * (b / c)
;
select a = b, a <> b, a != b, a < b, a <= b, a > b, a >= b
;
select (a = b) = c, a = (b = c), not a = b, not not a, (not a) = b
;
select a and b or c and not d, (a or b) and c, a and (b and c), a or (b or c)
;
select a between 1 and 2 and b not between 3 + 4 and 5 || 6
;
select a in (1, 2), a not in ('x'), a in (select b from t), (a, b) in ((1, 2), (3, 4)), a in ((select 1), 2)
;
select a like 'x%', a not like b || '%', a like 'x!%' escape '!'
;
select a is null, a is not null, a is distinct from b, a is not distinct from b + 1
;
select a = all (select b from t), a < any (values 1, 2), a >= some (table t)
;
select exists (select 1), not exists (select * from t where t.a = s.a) from s
;
select case a when 1 then 'x' when 2 then 'y' else 'z' end, case when a > 1 then b end
;
select case when a then case b when c then d end else e end
;
select cast(a as bigint), try_cast(b as varchar(10)), cast(null as row(x integer, y array(varchar)))
;
select cast(a as timestamp(3) with time zone), cast(a as timestamp), cast(a as time(6) without time zone), cast(a as time with time zone), cast(a as timestamp(p))
;
select cast(a as array<integer>), cast(a as map<varchar, array<bigint>>), cast(a as integer array), cast(a as varchar(5) array array), cast(a as map(varchar, row(a bigint, double precision)))
;
select cast(a as decimal(38, 2)), cast(a as double precision), cast(a as double), cast(a as interval day to second), cast(a as interval year to month), cast(a as "Custom"(1, varchar))
;
select cast(a as row(integer, varchar(3), x double precision, timestamp with time zone, t timestamp(3), integer array, y integer array, "Z" bigint, interval year to month, array array(bigint)))
;
select array[1, 2], array[], array[array[1]], a[1], a[1][2], a[b + 1].c, f(x)[1], array[1, 2][1]
;
select row(1, 'a'), (1, 2), (1, (2, 3)), row(1).field0
;
select map(array['a'], array[1]), map()
;
select a.b.c, "A"."b", (a).b, f(x).y.z, (a.b).c, (select row(1, 2)).field0
;
select transform(a, x -> x + 1), reduce(a, 0, (s, x) -> s + x, s -> s), f(() -> 1), filter(a, x -> x is not null and x > 1)
;
select x -> y -> x + y
;
select count(*), count(distinct a), sum(all b), count(all), max(a.b), "quoted fn"(1), a.b.c(1, 2), now(), if(a, b, c), coalesce(a, b), nullif(a, b), try(a / b), date(a), format('%s', a)
;
select array_agg(a order by b desc, c nulls last), array_agg(distinct a order by a), count(*) filter (where a > 1), sum(a) filter (where b) over (partition by c)
;
select listagg(a) within group (order by b), listagg(distinct a, ',') within group (order by b desc), listagg(a, ',' on overflow error) within group (order by a), listagg(a, ',' on overflow truncate '...' with count) within group (order by a) filter (where a > 1), listagg(a on overflow truncate without count) within group (order by a)
;
select current_date, current_time, current_time(3), current_timestamp, current_timestamp(6), localtime, localtime(0), localtimestamp, localtimestamp(3), current_user, current_catalog, current_schema, current_path
;
select extract(year from a), extract(timezone_hour from a at time zone 'UTC'), extract(day from b - interval '1' day)
;
select trim(a), trim(both from a), trim(leading 'x' from a), trim('x' from a), trim(trailing from a), trim(a, 'x')
;
select substring(a from 1), substring(a from 1 for 2), substring(a, 1, 2), substring(a || b from c + 1 for d * 2)
;
select position('a' in b), position(a || b in c), position(x), position from t
;
select normalize(a), normalize(a, nfd), normalize(a, NFKC)
;
select a at time zone 'UTC', a at time zone interval '1' hour, -a at time zone 'UTC', (a + b) at time zone 'UTC' at time zone 'Africa/Nairobi'
;
select cast(o.created_at at time zone 'Africa/Nairobi' as date) as day from orders as o
;
select at from t where at = 1
;
select (a in (b)) is null, (a is null) = (b is null)
;
select interval, interval.a, array, array.b, row, map from interval
;
select filter, over, ignore, respect, within, escape_ from t
;
select count(*) filter, lag(a) ignore, sum(b) over from t
;
select a over from t
;
select "a" . "b" , a
 . b
from t
