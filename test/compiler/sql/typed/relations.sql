# FROM, joins, set operations, common tables.
select * from orders
select o.* from orders o
select o.*, c.name from orders o join customers c on c.id = o.customer_id
select * from items i cross join customers c
select * from orders o left join items i on i.order_id = o.id where i.order_id is null
select i.*, o.total from items i right join orders o on o.id = i.order_id
select coalesce(o.id, i.order_id) as id, o.total, i.price from orders o full join items i on i.order_id = o.id
select id, o.status, e.kind from orders o join events e using (id)
select * from (select id, status from orders) a join (select id, kind from events) b using (id)
select id from orders o left join events e using (id)
select id from orders full join events using (id)
select * from (select 1 as a, 'x' as b) natural join (select 1 as a, 2.5 as c)
select a, b from (values (1, 'x'), (2.5, 'yz'), (null, 'z')) as t (a, b)
values (1, 'a'), (2, 'bcd')
values 1, 2.5, null
table items
select * from (values 1, 2) as v (x) union all select 3.5
select id from orders union select order_id from items union all select 1
select total, status from orders union all select price, sku from items
select total from orders except select price from items
select status from orders intersect select kind from events
select quantity from orders union all select price from items
select note from orders union select 'a longer literal than twenty'
select placed_on from orders union select shipped_at from orders
select shipped_at from orders union all select at from events
select null as x union all select 1
select 1 as x, null as y union all select null, 'a'
select code from orders union select sku from items
(select id from orders limit 1) union all (select order_id from items limit 1) order by 1
select id as a from orders union all select order_id as b from items order by a
with t as (select id, total * 2 as twice from orders) select id, twice + 1 from t
with t (a, b) as (select id, status from orders), u as (select a, count(*) as n from t group by a) select u.*, t.b from u join t on t.a = u.a
with recursive r (n) as (select 1 union all select n + 1 from r where n < 5) select n from r
with recursive r (n, path) as (select id, kind from events where parent_id is null union all select e.id, r.path from events e join r on e.parent_id = r.n) select * from r
with a as (select 1 as x), b as (select x, x + 1 as y from a) select * from a, b
select * from (select status, count(*) as n from orders group by status) t where n > 1
select * from unnest(array[1, 2]) as t (x)
select * from unnest(array[1, 2])
select * from unnest(array[1, 2], array['a']) with ordinality as t (x, y, n)
select * from unnest(map(array['a'], array[1])) as t (k, v)
select o.id, t.tag from orders o cross join unnest(o.tags) as t (tag)
select o.id, t.tag, t.n from orders o cross join unnest(o.tags) with ordinality as t (tag, n)
select id, k, v from orders, unnest(attributes) as a (k, v)
select id, x, y from events cross join unnest(points) as p (x, y)
select id, p.x, p.y from events cross join unnest(points) as p
select * from unnest(array[row(1, 'a'), row(2, 'b')]) as t (n, s)
select e.id, u.* from events e left join unnest(e.points) as u (x, y) on true
select * from unnest(sequence(date '2024-01-01', date '2024-01-05')) as d (day)
select * from orders o cross join lateral (select max(price) as top from items i where i.order_id = o.id) as l
select o.id, l.n from orders o left join lateral (select count(*) as n from items i where i.order_id = o.id) l on true
select * from table(sequence(start => 1, stop => 5))
select * from table(sequence(1, 10, 2)) as s (n)
select * from table(exclude_columns(input => table(items), columns => descriptor(sku, weight)))
select * from json_table('[{"a":1}]', 'lax $[*]' columns (n for ordinality, a integer path 'lax $.a', b varchar path 'lax $.b', c varchar(10) format json path 'lax $.c')) as j
select o.id, j.x from orders o, json_table(o.status, 'lax $' columns (x bigint path 'lax $.x')) as j
select * from orders tablesample bernoulli (10)
select id from orders order by total desc nulls last limit 10
select id from orders offset 5 rows fetch first 3 rows only
select id from orders order by id fetch first 2 rows with ties
select id, total as t from orders order by t, status, total + 1
select (row(1, 'a')).*, (cast(row(1, 2) as row(x integer, y double))).*
select address.* from orders
select o.address.* from orders o
select (address).* as (a, b, c) from orders
select x.n from (select count(*) as n from orders) as x
select * from (orders o join items i on i.order_id = o.id) left join customers c on c.id = o.customer_id
select c.name, count(o.id) as orders, coalesce(sum(o.total), 0) as revenue from customers c left join orders o on o.customer_id = c.id group by c.name
select * from orders o where exists (select 1 from items i where i.order_id = o.id and i.price > o.total)
select * from orders where id in (select order_id from items where price > 1) and customer_id not in (select id from customers)
select * from orders o where total > (select avg(total) from orders p where p.status = o.status)
select * from items where (order_id, line) in (select id, quantity from orders)
select 1 from orders o join items i on o.id = i.order_id and i.price > o.total join customers c on c.id = o.customer_id and c.country = 'DE'
select * from events match_recognize (partition by kind order by at measures a.value as first_value, last(b.value) as last_value, count(*) as n, match_number() as m, classifier() as k one row per match after match skip past last row pattern (a b+) define b as b.value > prev(b.value))
select * from events match_recognize (order by at measures sum(a.value) as s all rows per match pattern (a+) define a as a.value > 0)
select kind, m.n from events match_recognize (partition by kind order by at measures count(b.*) as n pattern (a b*) define b as value > first(value)) as m
select t.a from (select id as a from orders) t, (select order_id as b from items) u where t.a = u.b
select "id", "Total", ORDERS.Status from Orders
select id, id as id2, id from orders
select 1, 2, 1 + 1, status || 'x' from orders
select * from (select *, total * 2 as twice from orders) where twice > 10
select * from (select * from items union all select * from items)
select a.id, b.id from orders a join orders b on a.id = b.id
with function twice(x integer) returns integer return x * 2 select twice(quantity), twice(1) from orders
with function answer() returns varchar(10) return 'a' select answer()
select * from (values (date '2024-01-01', timestamp '2024-01-01 00:00:00')) as t (d, ts) where d < ts
select max(id) from (select id from orders union all select id from events)
select count(*) from orders, items, customers
select * from items where amount = 1 or sku = 'x' and not price > 1
select * from customers where name like 'A%' and country in ('DE', 'FR') and joined >= date '2020-01-01' and balance between 0 and 100
select 1 where exists (select * from orders)
select id from orders union corresponding select id from events
