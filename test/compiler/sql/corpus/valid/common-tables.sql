with a as (select 1 as x) select * from a
;
with a as (select 1 as x), b (y, z) as (select x, 2 from a) select * from a join b on a.x = b.y
;
with recursive r (n) as (values 1 union all select n + 1 from r where n < 10) select * from r
;
with a as (with b as (select 1 as x) select * from b) select * from a
;
select * from (with a as (select 1) select * from a)
;
select (with a as (select 1) select * from a), exists (with a as (select 1) select * from a)
;
with limit as (select 1) select * from limit
;
with session as (select 1), function (x) as (select 2) select * from session, function
;
with function (x) as (select 2) select * from function
