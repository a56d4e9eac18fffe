with orders as (
  select id, customer_id, total, status, created_at
  from shop.orders
  where status <> 'cancelled'
), ranked as (
  select o.*, row_number() over (partition by o.customer_id order by o.created_at desc) as rn
  from orders o
)
select c.country, date_trunc('month', r.created_at) as month, sum(r.total) as revenue,
  count(distinct r.customer_id) filter (where r.rn = 1) as customers,
  approx_percentile(r.total, 0.95) as p95,
  coalesce(try_cast(json_value(c.profile, 'lax $.age' returning varchar) as integer), 0) as age
from ranked r
left join shop.customers c on c.id = r.customer_id
where r.created_at >= timestamp '2024-01-01 00:00:00 UTC'
  and exists (select 1 from shop.payments p where p.order_id = r.id and p.amount > 0)
group by 1, 2, c.profile
having sum(r.total) > 100
order by revenue desc nulls last
limit 100
;
select cast(o.created_at at time zone 'Africa/Nairobi' as date) as day, c.country, sum(o.total) as revenue
from shop.orders as o
join shop.customers as c on c.id = o.customer_id
where o.status = 'paid'
group by 1, 2
;
select t.day, e.key, e.value, a.item, a.n
from daily t
cross join unnest(cast(json_parse(t.payload) as map(varchar, varchar))) as e (key, value)
cross join unnest(split(t.items, ',')) with ordinality as a (item, n)
where regexp_like(t.name, '^[a-z]+$') and t.day between current_date - interval '30' day and current_date
;
select customer_id, map_agg(status, n) as by_status, array_join(array_agg(distinct status order by status), ',') as statuses,
  reduce(array_agg(n), 0, (s, x) -> s + x, s -> s) as total,
  element_at(transform(filter(array_agg(row(status, n)), r -> r[2] > 1), r -> r[1]), 1) as first
from (select customer_id, status, count(*) as n from shop.orders group by customer_id, status)
group by customer_id
