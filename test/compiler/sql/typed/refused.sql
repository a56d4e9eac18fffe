# What Trino's analyser refuses: one mistake a query.
select nothing from orders
select o.nothing from orders o
select x.id from orders o
select id from orders o join items i on i.order_id = o.id join events e on e.id = o.id
select * from orders where status = 1
select * from orders where total = '10'
select * from orders where id = 'a'
select * from orders where placed_on = '2024-01-01'
select * from orders where created_at > '2024-01-01'
select * from orders where customer_id = 'x'
select * from orders where is_paid = 1
select * from orders where status > current_date
select * from orders where total between 1 and 'x'
select * from orders where id in (1, 'a')
select * from orders where status in (1, 2)
select * from orders where id in (select status from orders)
select * from orders where id like 'a%'
select * from orders where total
select * from orders where 'true'
select * from orders where not quantity
select * from orders where is_paid and quantity
select status + 1 from orders
select '1' + 1
select '1' + '2'
select placed_on + 1 from orders
select placed_on - 1 from orders
select status - status from orders
select created_at + created_at from orders
select interval '1' day + 1
select interval '1' day + interval '1' month
select is_paid + 1 from orders
select -status from orders
select -is_paid from orders
select id || status from orders
select status || 1 from orders
select total || '' from orders
select placed_on || 'x' from orders
select tags + tags from orders
select total % 'a' from orders
select opens + interval '1' month from orders
select array[1, 'a']
select array[1] || 'x'
select array[1] = 1
select array['a'][1.5]
select attributes[1] from orders
select id[1] from orders
select status.x from orders
select address.nothing from orders
select address.geo.nothing from orders
select o.address.nope from orders o
select case when 1 then 2 end
select case when is_paid then 1 else 'a' end from orders
select case status when 1 then 'a' end from orders
select case when is_paid then total else status end from orders
select if(1, 2, 3)
select if(true, 1, 'a')
select coalesce(id, 'x') from orders
select coalesce(placed_on, 'none') from orders
select nullif(id, 'x') from orders
select cast(placed_on as integer) from orders
select cast(id as date) from orders
select cast(id as timestamp) from orders
select cast(total as date) from orders
select cast(tags as varchar) from orders
select cast(address as varchar) from orders
select cast(is_paid as date) from orders
select cast(raw as varchar) from orders
select cast(status as varbinary) + 1 from orders
select cast(1 as text)
select cast(1 as float8)
select cast(1 as varchar(-1))
select cast(created_at as bigint) from orders
select cast(uuid() as varchar(36))
select cast(1 as decimal(39, 2))
select cast(1 as decimal(3, 4))
select cast(array[1] as array(date))
select cast(row(1, 2) as row(a integer))
select no_such_function(1)
select lenght('a')
select ifnull(1, 2)
select nvl(1, 2)
select length(1)
select length(total) from orders
select upper(1)
select lower(total) from orders
select abs('a')
select round('1.5')
select round(status, 2) from orders
select sum(status) from orders
select avg(status) from orders
select sum(is_paid) from orders
select avg(placed_on) from orders
select sum(placed_on) from orders
select max(profile) from customers
select count(1, 2)
select sum()
select sum(*) from orders
select concat(1, 2)
select concat(status, id) from orders
select substr(1, 2)
select substring(id from 1) from orders
select replace(id, 'a', 'b') from orders
select date_trunc('day', status) from orders
select date_trunc('day', id) from orders
select date_add('day', '1', placed_on) from orders
select date_diff('day', placed_on, status) from orders
select date_diff(placed_on, current_date) from orders
select date_format(placed_on) from orders
select date_format('x', '%Y')
select year(status) from orders
select year(1)
select from_unixtime('1')
select to_unixtime(1)
select extract(hour from placed_on) from orders
select extract(year from status) from orders
select extract(year from opens) from orders
select extract(day from interval '1' month)
select regexp_like(id, 'a') from orders
select split(id, ',') from orders
select json_extract(id, '$') from orders
select json_value(id, 'lax $.a') from orders
select contains(tags, 1) from orders
select cardinality(status) from orders
select element_at(tags, 'a') from orders
select transform(tags, x -> x + 1) from orders
select transform(tags, (x, y) -> x) from orders
select filter(tags, x -> 1) from orders
select filter(tags, x -> length(x)) from orders
select reduce(array[1], 0, (s, x) -> s || 'a', s -> s)
select any_match(tags, x -> x = 1) from orders
select zip_with(array[1], array['a'], (x, y) -> x + y)
select transform(array[1], x -> nothing)
select greatest(1, 'a')
select greatest(placed_on, 'a') from orders
select placed_on at time zone 'UTC' from orders
select status at time zone 'UTC' from orders
select trim(id) from orders
select position(1 in status) from orders
select count(*) from orders where count(*) > 1
select status from orders where sum(total) > 1
select status from orders where row_number() over () = 1
select status, count(*) from orders
select status from orders group by placed_on
select id, sum(total) from orders group by status
select * from orders group by status
select o.* from orders o group by o.status
select status, upper(note) from orders group by status, lower(note)
select status from orders group by status having total > 1
select status from orders having count(*) > 1
select status, count(*) from orders group by status order by total
select count(*) from orders group by count(*)
select sum(total) from orders group by sum(total)
select status from orders group by row_number() over ()
select sum(sum(total)) from orders
select max(count(*)) from orders group by status
select sum(row_number() over ()) from orders
select sum(sum(total) over ()) from orders
select rank() over (order by rank() over ())
select status from orders having row_number() over () > 1
select upper(status) over () from orders
select row_number() from orders
select lag(total) from orders
select upper(distinct status) from orders
select upper(status) filter (where is_paid) from orders
select count(*) filter (where total) from orders
select transform(tags, x -> count(*)) from orders
select total from orders o join items i on sum(i.price) > 1
select total from orders o join items i on i.order_id
select * from orders o join customers c on o.id = c.id
select * from orders o join items i on i.sku = o.id
select * from orders join customers using (id)
select * from orders join items using (nothing)
select id from orders union select status from orders
select id, status from orders union select id from orders
select id from orders union all select placed_on from orders
select total from orders except select sku from items
values (1, 'a'), ('b', 2)
values (1, 2), (3)
select * from (select 1, 2) as t (a)
select * from unnest(1)
select * from unnest(array[1]) as t (a, b)
select x from unnest(array['a']) as t (x) where x = 1
select status as s from orders where s = 'a'
select total * 2 as t from orders group by t
select id from orders order by nothing
select id from orders order by 5
select id from orders group by 7
select distinct status from orders order by total
select status from orders order by attributes
select (select id, status from orders)
select id from orders where id = (select id, status from orders)
select id = any (select status from orders) from orders
select (1, 2) = (1, 2, 3)
select (id, status) in ((1, 2)) from orders
select t.x from orders, lateral (select nothing) as t
with t as (select id from orders) select status from t
with t (a, b) as (select id from orders) select * from t
with recursive r (n) as (select 1 union all select 'a' from r) select * from r
select grouping(status) from orders
select grouping(total) from orders group by status
select sum(total) over (order by status rows between 'a' preceding and current row) from orders
select sum(total) over w from orders
select id from orders limit 1 offset 2
select 9223372036854775808
select 1.23456789012345678901234567890123456789012
select date 'yesterday'
select timestamp 'now'
select nothing '1'
select status from orders tablesample bernoulli ('a')
select * from table(no_such_function(1))
select approx_percentile(status, 0.5) from orders
select map_agg(tags) from orders
select listagg(total, ',') within group (order by id) from orders
select array_agg(total) within group (order by id) from orders
select map(array[1], 2)
select lag(total) ignore nulls from orders
