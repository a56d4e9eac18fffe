# One query a line. Literals, operators, conditions.
select 1, -1, 2147483647, 2147483648, -2147483648, 9223372036854775807
select 1.0, .5, 0.10, 00.5, 5., 123.456, 1e3, 1.5E-3, 12345678901234567890.5
select 0x1F, 0b101, 0o17, 1_000_000
select 'a', '', 'it''s', U&'d\0061t', X'0f', 'größe', '😀'
select null, true, false
select date '2024-01-01', time '01:02:03', time '01:02:03.123', time '01:02:03.1 +02:00'
select timestamp '2024-01-01', timestamp '2024-01-01 10:00', timestamp '2024-01-01 10:00:00.123456', timestamp '2024-01-01 10:00:00 UTC', timestamp '2024-01-01 10:00:00.5 Europe/Berlin', timestamp '2024-01-01 10:00:00+02:00'
select decimal '1.20', decimal '-12', double '1.5', real '1', bigint '1', smallint '2', tinyint '3', char 'abc', varchar 'abc', boolean 'true', json '{}', uuid '12151fd2-7586-11e9-8f9e-2a86e4085a59', ipaddress '10.0.0.1'
select interval '1' day, interval '2' hour, interval '3' month, interval '1-2' year to month, interval '1 02:03' day to minute, - interval '5' minute
select current_date, current_time, current_timestamp, current_timestamp(6), current_timestamp(0), localtime, localtime(0), localtimestamp, localtimestamp(9), current_user, now()
select id + quantity, quantity + 1, total + quantity, total + discount, total + 1.5, id + total from orders
select total - total, total * total, total / total, total % 10, total * quantity, total / quantity, total * 1.19 from orders
select quantity / 2, id / quantity, quantity % 3, 7 / 2, 7 / 2.0, 1.0 / 3, 2 * 3.5 from orders
select -total, -quantity, -discount, +total, - -quantity from orders
select price * amount, price * weight, price / amount, weight * 2, weight + 1.5, weight * 1e0, amount * 0.5 from items
select balance * 2, balance / 3, balance + 0.1234567890, balance * balance, balance % 7 from customers
select level + tier, tier * 2, level * tier, -tier, level / tier, rating * level from customers
select placed_on + interval '1' day, placed_on - interval '1' month, placed_on - placed_on, placed_on - interval '2' hour from orders
select created_at + interval '1' day, created_at - created_at, created_at - interval '1' year, interval '1' hour + created_at from orders
select shipped_at + interval '1' day, shipped_at - shipped_at, shipped_at - interval '3' month from orders
select at + interval '1' second, at - interval '1' month, at - at from events
select opens + interval '1' hour, opens - opens, opens - interval '5' minute from orders
select interval '1' day * 2, 3 * interval '1' hour, interval '1' day / 2, interval '1' day * 1.5, interval '1' day + interval '2' hour, interval '1' year - interval '2' month
select created_at at time zone 'Europe/Berlin', shipped_at at time zone 'UTC', opens at time zone 'UTC', created_at at time zone interval '2' hour from orders
select cast(created_at at time zone 'Africa/Nairobi' as date) as day from orders
select status || '-', note || note, code || 'x', code || code, 'a' || 'b', status || cast(id as varchar) from orders
select tags || 'x', 'x' || tags, tags || tags, tags || array['a', 'b'], array[1] || 2, array[1] || array[2.5] from orders
select raw || X'00' from orders
select id = quantity, id <> 1, total > 10, total >= discount, quantity < 1.5, status = 'paid', code = 'abc', code = status, note < 'x' from orders
select placed_on = current_date, placed_on < timestamp '2024-01-01 00:00:00', created_at >= timestamp '2024-01-01 00:00:00 UTC', shipped_at > date '2024-01-01' from orders
select is_paid and true, is_paid or total > 1, not is_paid, is_paid and status = 'a' or not id = 1 from orders
select id between 1 and 10, total between 1 and 2.5, status between 'a' and 'b', placed_on not between date '2024-01-01' and current_date from orders
select id in (1, 2, 3), status in ('a', 'b'), total in (1, 2.5), status not in ('x'), (id, status) in ((1, 'a'), (2, 'b')) from orders
select status like 'a%', note not like '%x%', code like 'a_', status like 'a!%' escape '!' from orders
select id is null, status is not null, total is distinct from 1, status is not distinct from null from orders
select case when total > 10 then 'big' else 'small' end, case status when 'paid' then 1 when 'open' then 2 end, case when is_paid then 1 else 2.5 end from orders
select case when is_paid then total else quantity end, case when is_paid then note else status end, case when is_paid then null else 1 end, case when is_paid then placed_on else shipped_at end from orders
select if(is_paid, 1), if(is_paid, 'a', 'bcd'), if(is_paid, total, discount), if(total > 1, tags, array['x']) from orders
select coalesce(status, 'none'), coalesce(total, 0), coalesce(total, 0.005), coalesce(null, quantity), coalesce(note, 'a long text beyond twenty characters') from orders
select nullif(status, ''), nullif(quantity, 0), nullif(total, 1.5), nullif(1, 2.5) from orders
select try(total / quantity), try(cast(status as integer)), try_cast(status as double), try_cast(note as varchar(3)) from orders
select cast(id as varchar), cast(total as integer), cast(status as decimal(10,2)), cast(quantity as double), cast(total as decimal(5)), cast(status as date), cast(created_at as date), cast(shipped_at as timestamp(3)) from orders
select cast(placed_on as timestamp), cast(created_at as timestamp(6)), cast(shipped_at as timestamp with time zone), cast(placed_on as varchar(10)), cast(is_paid as integer), cast(quantity as boolean), cast(status as varchar(5)), cast(note as char(3)) from orders
select cast(tags as json), cast(attributes as json), cast(address as json), cast(json '[1,2]' as array(integer)), cast(json '{"a":1}' as map(varchar, bigint)) from orders
select cast(array[1,2] as array(varchar)), cast(row(1, 'a') as row(x bigint, y varchar)), cast(map(array['a'], array[1]) as map(varchar, double)), cast(null as bigint)
select cast(1 as dec(5,1)), cast(1 as numeric), cast(1 as int), cast('1' as double precision), cast('a' as array<varchar>)
select cast(customer_id as varchar), cast(status as uuid), cast(raw as uuid) from orders
select extract(year from placed_on), extract(hour from shipped_at), extract(timezone_hour from created_at), extract(minute from opens), extract(day from interval '1' day), extract(month from interval '1' month), extract(dow from placed_on), extract(yow from created_at) from orders
select trim(status), trim(both 'x' from note), trim(leading from code), ltrim(note), rtrim(status, 'x'), trim(code) from orders
select substring(status from 2), substring(note from 1 for 3), substr(status, 1), substr(note, 2, 3), substring(code, 1, 2) from orders
select position('a' in status), strpos(note, 'x'), normalize(status), normalize(note, nfd) from orders
select array[1, 2, 3], array[], array[1, 2.5], array['a', 'bcd'], array[null, 1], array[array[1], array[2]], array[row(1, 'a'), row(2, 'bc')]
select tags[1], array[1, 2][1], attributes['k'], map(array[1], array['a'])[1], row(1, 'a')[2], points[1].x, points[1][2] from orders, events
select row(1, 'a'), (1, 2.5, 'x'), row(id, row(total, status)), row(1) from orders
select address.street, address.zip, address.geo.lat, o.address.geo, (address).zip, o.address.geo.lon + 1 from orders o
select map(), map(array['a'], array[1]), map(array[1, 2], array['a', 'bc']), map(tags, tags) from orders
select exists (select 1), (select 1), (select max(total) from orders), (select name from customers limit 1), 1 = (select 1)
select id in (select order_id from items), total > all (select price from items), id = any (select order_id from items), quantity >= some (values 1, 2) from orders
select (select sum(price) from items where order_id = o.id) as items_total, exists (select 1 from items i where i.order_id = o.id) from orders o
select (id, quantity) in (select order_id, line from items) from orders
select format('%s-%05d', status, id), typeof(total), typeof(1) from orders
select 1 + null, null = 1, null and true, null || 'a', case when null then 1 end, coalesce(null, null)
select array[1] = array[2], row(1, 'a') = row(2, 'b'), map(array[1], array[2]) = map(), (1, 2) < (3, 4)
select total as a, total b, id "Quoted", quantity AS Upper from orders
select quantity + quantity + quantity, total + total + total, total * total * total, 'a' || 'b' || 'c', 1 + 2 * 3 - 4 from orders
select total * (1 - discount), total * (1 - 0.1), round(total * 1.19, 2), cast(round(total) as bigint) from orders
select date '2024-01-01' = cast('2024-01-01' as date), date '2024-01-01' between placed_on and current_date from orders
select 'a' = cast('a' as char(3)), cast('a' as char(3)) || 'bc', cast('a' as varchar(3)) = cast('b' as varchar(5))
select greatest(1, 2.5), least('a', 'bcd'), greatest(placed_on, current_date), greatest(total, quantity), least(1e0, 2) from orders
select uuid(), rand(), random(10), pi(), e(), infinity(), nan()
