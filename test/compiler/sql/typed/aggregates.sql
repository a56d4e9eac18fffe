# Aggregates, groups, windows.
select count(*), count(id), count(distinct status), sum(id), sum(quantity), sum(total), sum(discount), avg(id), avg(total), avg(discount), avg(quantity) from orders
select sum(level), sum(tier), sum(rating), avg(rating), avg(level), sum(balance), avg(balance), max(rating), min(tier) from customers
select min(total), max(status), min(note), max(placed_on), min(created_at), max(code), max(id, 3), min(status, 2), max(is_paid) from orders
select any_value(status), arbitrary(total), array_agg(id), array_agg(distinct status order by status), array_agg(total order by id desc) from orders
select count_if(is_paid), bool_and(is_paid), bool_or(total > 1), every(is_paid), approx_distinct(status), approx_distinct(id, 0.01), checksum(status) from orders
select max_by(status, total), min_by(total, id), max_by(note, id, 3), map_agg(id, status), multimap_agg(status, id), histogram(note), map_union(attributes) from orders
select approx_percentile(total, 0.5), approx_percentile(id, 0.5), approx_percentile(discount, array[0.5, 0.9]), approx_percentile(quantity, 0.5), numeric_histogram(10, discount), approx_most_frequent(3, status, 10), approx_most_frequent(3, id, 10) from orders
select stddev(total), stddev_pop(quantity), variance(discount), var_pop(id), corr(discount, discount), covar_samp(discount, total), regr_slope(discount, discount), skewness(discount), kurtosis(quantity), geometric_mean(total), geometric_mean(id) from orders
select listagg(status, ',') within group (order by id), listagg(distinct note) within group (order by note), listagg(status, ';' on overflow truncate '...' with count) within group (order by id) from orders
select sum(total) filter (where is_paid), count(*) filter (where total > 10), array_agg(id) filter (where is_paid), avg(quantity) filter (where status = 'a') from orders
select bitwise_and_agg(id), bitwise_or_agg(quantity), reduce_agg(id, 0, (a, b) -> a + b, (a, b) -> a + b), sum(interval '1' day), avg(interval '1' month) from orders
select status, count(*) from orders group by status
select status, count(*) as n from orders group by 1 order by n desc
select status, placed_on, sum(total) from orders group by 1, 2 having sum(total) > 100 order by 3
select upper(status), sum(total) from orders group by upper(status)
select upper(status) || 'x', count(*) from orders group by upper(status)
select total + 1, count(*) from orders group by total
select o.status, max(c.name) from orders o join customers c on c.id = o.customer_id group by o.status
select status, o.status, orders.id from orders as o, orders where o.id = 1
select o.status, status from orders o group by o.status
select status from orders o group by o.status order by count(*)
select status, sum(total) / count(*) as mean, sum(total) * 1.0 / sum(quantity) from orders group by status
select year(placed_on) as y, month(placed_on) as m, sum(total) from orders group by year(placed_on), month(placed_on)
select date_trunc('month', placed_on), count(distinct customer_id) from orders group by date_trunc('month', placed_on) order by date_trunc('month', placed_on)
select case when total > 10 then 'big' else 'small' end as size, count(*) from orders group by case when total > 10 then 'big' else 'small' end
select status, placed_on, sum(total) from orders group by rollup (status, placed_on)
select status, placed_on, sum(total), grouping(status, placed_on) from orders group by cube (status, placed_on)
select status, code, count(*) from orders group by grouping sets ((status), (code), ())
select status, grouping(status) from orders group by grouping sets (status, ())
select status, code, sum(total) from orders group by status, rollup (code)
select count(*) from orders having count(*) > 1
select max(total) from orders having max(total) > (select avg(total) from orders)
select sum(total) from orders group by ()
select status, count(*) from orders group by auto
select address.zip, count(*) from orders group by address.zip
select address.geo.lat, sum(total) from orders group by address.geo.lat
select address.zip from orders group by address
select distinct status, code from orders order by status
select distinct status as s from orders order by s
select distinct total * 2 from orders order by total * 2
select count(distinct (id, status)) from orders
select row_number() over (), rank() over (order by id), dense_rank() over (partition by status order by total), ntile(4) over (order by id), percent_rank() over (order by id), cume_dist() over (order by id) from orders
select lag(total) over (order by id), lead(status, 2) over (order by id), lag(quantity, 1, 0) over (order by id), lag(total, 1, 0) over (order by id), first_value(status) over (order by id), last_value(note) over (order by id), nth_value(total, 2) over (order by id) from orders
select sum(total) over (partition by status), avg(quantity) over (order by id rows between 2 preceding and current row), count(*) over (), max(created_at) over (partition by customer_id), array_agg(id) over (order by id) from orders
select sum(total) over (order by placed_on range between interval '7' day preceding and current row), sum(total) over (order by id groups between 1 preceding and 1 following), sum(quantity) over w, count(*) over w from orders window w as (partition by status order by id)
select lag(total) ignore nulls over (order by id), first_value(total) respect nulls over (order by id) from orders
select status, sum(sum(total)) over (order by status), rank() over (order by sum(total) desc) from orders group by status
select status, sum(total) as s, sum(total) / sum(sum(total)) over () as share from orders group by status
select * from (select id, row_number() over (partition by status order by id) as rn from orders) where rn = 1
select sum(total) filter (where is_paid) over (partition by status) from orders
select status, count(*) over (partition by status) from orders
select count(*) filter (where is_paid) * 100.0 / count(*) as rate from orders
select sum(if(is_paid, 1, 0)), sum(case when is_paid then total end), sum(case when is_paid then 1 else 0 end) from orders
select customer_id, max(total), min_by(status, created_at) from orders group by customer_id having count(*) > 1 and max(total) > 10
select status, array_agg(row(id, total)), map_agg(id, row(total, status)) from orders group by status
select placed_on, sum(total) as revenue, lag(sum(total)) over (order by placed_on) as before from orders group by placed_on
select max(total) - min(total), sum(total) + count(*), avg(total) > 10, max(status) || 'x' from orders
select (select count(*) from items where order_id = o.id), o.status from orders o group by o.id, o.status
select status, (select max(price) from items) from orders group by status
select 'x', 1 + 1, count(*) from orders
select now(), current_date, count(*) from orders
select id, count(*) over (order by id rows 2 preceding) from orders order by row_number() over (order by id)
