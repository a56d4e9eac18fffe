# Queries as models have them.
select cast(o.created_at at time zone 'Africa/Nairobi' as date) as day, c.country, sum(o.total) as revenue from orders as o join customers as c on c.id = o.customer_id where o.status = 'paid' group by 1, 2
with paid as (select id, customer_id, total, created_at from orders where status = 'paid'), ranked as (select p.*, row_number() over (partition by p.customer_id order by p.created_at desc) as rn from paid p) select c.country, date_trunc('month', r.created_at) as month, sum(r.total) as revenue, count(distinct r.customer_id) filter (where r.rn = 1) as customers, approx_percentile(r.total, 0.95) as p95 from ranked r left join customers c on c.id = r.customer_id group by 1, 2 having sum(r.total) > 100
select placed_on as day, count(*) as orders, sum(total) as revenue, cast(sum(total) as double) / count(*) as mean, sum(sum(total)) over (order by placed_on rows between 6 preceding and current row) as week from orders group by placed_on
select customer_id, min(placed_on) as first_order, max(placed_on) as last_order, date_diff('day', min(placed_on), max(placed_on)) as days, count(*) as orders, sum(total) as revenue from orders group by customer_id
select o.id, o.total, sum(i.price * i.amount) as items, o.total - sum(i.price * i.amount) as difference from orders o left join items i on i.order_id = o.id group by o.id, o.total
select c.country, count(distinct o.customer_id) * 1.0 / nullif(count(distinct c.id), 0) as rate from customers c left join orders o on o.customer_id = c.id group by c.country
select id, kind, at, lead(at) over (partition by kind order by at) as next_at, date_diff('second', at, lead(at) over (partition by kind order by at)) as seconds from events
with sessions as (select id, at, sum(if(gap > 30, 1, 0)) over (order by at) as session from (select id, at, date_diff('minute', lag(at) over (order by at), at) as gap from events)) select session, min(at) as started, max(at) as ended, count(*) as n from sessions group by session
select date_trunc('week', placed_on) as week, sum(case when status = 'paid' then total else 0 end) as paid, sum(case when status = 'cancelled' then total end) as cancelled, count_if(status = 'open') as open from orders group by 1 order by 1
select d.day, coalesce(sum(o.total), 0) as revenue from unnest(sequence(date '2024-01-01', date '2024-12-31', interval '1' day)) as d (day) left join orders o on o.placed_on = d.day group by d.day
select id, json_extract_scalar(profile, '$.plan') as plan, try_cast(json_extract_scalar(profile, '$.age') as integer) as age, lower(trim(email)) as email, upper(country) as country from customers
select to_hex(sha256(to_utf8(lower(trim(email))))) as email_hash, count(*) as n from customers group by 1
select year(placed_on) as y, quarter(placed_on) as q, sum(total) as revenue, sum(total) - lag(sum(total), 4) over (order by year(placed_on), quarter(placed_on)) as growth from orders group by 1, 2
select * from (select o.*, row_number() over (partition by customer_id order by created_at desc) as rn from orders o) where rn <= 3
select c.id, c.name, exists (select 1 from orders o where o.customer_id = c.id) as has_orders, (select max(total) from orders o where o.customer_id = c.id) as top from customers c
select status, approx_distinct(customer_id) as customers, map_agg(code, quantity) as by_code, array_join(array_agg(distinct code order by code), ',') as codes from orders group by status
select placed_on, status, sum(total) as revenue, grouping(placed_on, status) as level from orders group by rollup (placed_on, status)
select a.kind, a.n, b.n as before, (a.n - b.n) * 100.0 / b.n as change from (select kind, count(*) as n from events where at >= timestamp '2024-01-01 00:00:00' group by kind) a left join (select kind, count(*) as n from events where at < timestamp '2024-01-01 00:00:00' group by kind) b on a.kind = b.kind
select 'orders' as source, cast(id as varchar) as id, created_at as at from orders union all select 'events', cast(id as varchar), with_timezone(at, 'UTC') from events
with recursive tree (id, parent_id, depth) as (select id, parent_id, 0 from events where parent_id is null union all select e.id, e.parent_id, t.depth + 1 from events e join tree t on t.id = e.parent_id) select depth, count(*) as n from tree group by depth
select o.id, t.tag, o.attributes['source'] as source, element_at(o.attributes, 'medium') as medium from orders o cross join unnest(o.tags) as t (tag) where t.tag like 'a%'
select i.sku, sum(i.amount) as sold, sum(i.price * i.amount) as revenue, avg(i.price) as price, max(i.weight) as weight, stddev(i.price) as spread from items i group by i.sku having sum(i.amount) > 0
select country, ntile(10) over (order by balance) as decile, percent_rank() over (partition by country order by balance) as rank, balance / sum(balance) over () as share from customers
select if(total >= 1000, 'large', if(total >= 100, 'medium', 'small')) as size, count(*) as n, round(avg(total), 2) as mean from orders group by 1
select from_unixtime(id / 1000) as at, cast(from_unixtime(cast(id as double) / 1000) as timestamp(6) with time zone) as precise from events
select id, regexp_extract(note, '(\d+)', 1) as number, split_part(status, '-', 1) as first, coalesce(nullif(trim(note), ''), 'none') as note from orders
select customer_id, array_agg(row(id, total) order by created_at) as history, cardinality(array_agg(id)) as n from orders group by customer_id
select p.id, p.n, transform(p.xs, x -> x * 2) as doubled, reduce(p.xs, 0, (s, x) -> s + x, s -> s) as total from (select id, count(*) as n, array_agg(quantity) as xs from orders group by id) p
select cast(shipped_at as date) - placed_on as wait, date_diff('hour', created_at, with_timezone(shipped_at, 'UTC')) as hours from orders where shipped_at is not null
select coalesce(a.day, b.day) as day, a.orders, b.events from (select placed_on as day, count(*) as orders from orders group by 1) a full join (select cast(at as date) as day, count(*) as events from events group by 1) b on a.day = b.day
select status, total, total / sum(total) over (partition by status) as share, rank() over (partition by status order by total desc) as place from orders where total > 0
select c.country, sum(o.total) filter (where o.placed_on >= date_add('day', -30, current_date)) as recent, sum(o.total) as all_time from orders o join customers c on o.customer_id = c.id group by c.country
select id, address.street, address.zip, address.geo.lat, address.geo.lon from orders where address.zip between 10000 and 20000
select date(created_at) as day, hour(created_at) as hour, format_datetime(created_at, 'EEE') as weekday, count(*) as n from orders group by 1, 2, 3
select max(created_at) as newest, min(created_at) as oldest, count(*) as n, count(distinct status) as states, sum(total) as total from orders
select k, count(*) as n from orders cross join unnest(map_keys(attributes)) as u (k) group by k order by n desc limit 10
select id, lag(value) over w as before, value - lag(value) over w as change, avg(value) over (w rows between 2 preceding and current row) as smooth from events window w as (partition by kind order by at)
select o.status, count(*) as n from orders o where not exists (select 1 from items i where i.order_id = o.id) and o.placed_on >= current_date - interval '7' day group by o.status
select distinct country, upper(country) as up from customers order by country
select sum(quantity) / count(*) as truncated, sum(quantity) * 1e0 / count(*) as exact from orders
