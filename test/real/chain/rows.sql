-- Rows of every table and type of the shop, among them awkward ones, and a function that goes on changing them.
alter table shop.customers alter column nick set default 'nobody';
alter table shop.orders alter column note set default 'none';

-- Declared from the second epoch on, and then no longer.
create table shop.gifts (id bigint primary key, worth integer not null);
insert into shop.gifts select n, n from generate_series(1, 5) as n;

create schema harness;
create sequence harness.number start 1000;

-- It does not compress, so that it is stored outside of its row, and an update that leaves it alone does not send it.
create function harness.long_text(seed text) returns text language sql immutable as
  $$ select string_agg(md5(seed || n), ' ') from generate_series(1, 250) as n $$;

insert into shop.customers
select
  md5('customer ' || n)::uuid, 'c' || n || '@example.com', 'Name ' || n, case when n % 3 > 0 then 'nick ' || n end,
  (array['KE', 'DE', 'NL'])[1 + n % 3], case when n % 4 > 0 then round(n * 7.35, 2) end, n % 2 = 0,
  case when n % 5 > 0 then date '1970-01-01' - n * 100 end, jsonb_build_object('n', n, 'list', jsonb_build_array(1.50, null, 'x')),
  case when n % 2 = 0 then array['a', null, 'b ' || n] end, case when n % 3 > 0 then decode(md5(n::text), 'hex') end,
  case when n % 2 = 0 then ('10.0.0.' || n)::inet end, timestamptz '2020-02-29 23:59:59.999999+03' + n * interval '1 day 0.000001 second'
from generate_series(1, 60) as n;

insert into shop.customers values
  (md5('customer 901')::uuid, 'ü''"\@example.com', E'Zoë\t"quoted" \\ back\nnew line', null, 'KE', -0.01, true, '0001-01-01',
   '{"b": null, "a": [1e3, "é", {"c": ""}], "aa": 12345678901234567890.123}', array['', null, 'NULL', 'with "quotes", and \', 'ü'],
   '\x00ff0a5c', '2001:db8::1', '1969-12-31 23:59:59.999999+00'),
  (md5('customer 902')::uuid, '@', '', '', 'de', -9999999999.99, false, '9999-12-31', 'null', '{}', '', '10.1.0.0/16', '2026-01-01 00:00:00+00'),
  (md5('customer 903')::uuid, 'nulls@example.com', 'null', null, 'NL', null, false, null, null, null, null, null, '2026-10-25 01:30:00.000001+00');

create function harness.add_order(number bigint) returns void language plpgsql as $$
begin
  insert into shop.orders values (
    number, md5('customer ' || 1 + number % 60)::uuid, 'placed', round((random() * 500)::numeric, 2), -random() * 1e-7, (random() * 1e10)::real,
    -123456789012345678901234567.123456789 + number, (array['WEB', 'shop', 'Phone'])[1 + number % 3], -(number % 7), -(number % 9),
    case number % 4 when 0 then null when 1 then 'short ' || number else harness.long_text(number::text) end,
    case when number % 3 > 0 then current_date - (number % 40)::integer end,
    case when number % 2 = 0 then timestamp '2026-11-01 12:00:00.123456' + number * interval '0.000001 second' end,
    case when number % 2 = 0 then time '23:59:59.999999' - number % 1000 * interval '1 second' end,
    date_trunc('day', now()) - (number % 12) * interval '1 day' - (number % 24) * interval '1 hour 0.000007 second');
  insert into shop.order_items
  select number, line, 'sku-' || (number + line) % 20, round((random() * 90)::numeric, 2), 1 + line % 4
  from generate_series(1, 1 + (number % 3)::integer) as line;
  insert into billing.payments values (
    number, number, round((random() * 500)::numeric, 2), (array['card', 'transfer', 'cash'])[1 + number % 3],
    case when number % 5 > 0 then now() end);
  insert into shop.parcels values ('DHL', 'P' || number, number, 'packed', now());
end $$;

-- One transaction: an order comes, others change, keys change, rows go.
create function harness.tick() returns void language plpgsql as $$
declare
  own bigint := nextval('harness.number');
  other bigint := own - 1 - (random() * 60)::bigint;
  victim bigint := own - 100;
begin
  perform harness.add_order(own);
  -- The long note is left alone.
  update shop.orders set status = (array['paid', 'shipped', 'cancelled'])[1 + own % 3]::shop.order_status where id = other;
  update shop.orders set note = case own % 3 when 0 then null when 1 then 'short' else harness.long_text('again ' || own) end where id = other - 7 and own % 4 = 0;
  update shop.customers set nick = nullif(nick, 'nobody'), credit = coalesce(credit, 0) + own % 10, tags = tags || null::text
  where id = md5('customer ' || 1 + own % 60)::uuid and own % 2 = 0 and coalesce(cardinality(tags), 0) < 20;
  update billing.payments set amount = amount + 0.01, paid_at = coalesce(paid_at, now()) where id = other;
  update shop.parcels set state = 'delivered', moved_at = clock_timestamp() where carrier = 'DHL' and number = 'P' || other;
  -- Keys change.
  update shop.order_items set line = line + 10 where order_id = other - 3 and line = 1 and not exists (select from shop.order_items where order_id = other - 3 and line = 11);
  update shop.parcels set number = number || '-moved' where carrier = 'DHL' and number = 'P' || other - 5;
  -- Rows go, and one comes back at once.
  delete from shop.order_items where order_id = other - 9 and line = 2;
  if own % 5 = 0 then
    delete from billing.payments where id = other - 11;
    insert into billing.payments select id, id, 1.00, 'cash', now() from shop.orders where id = other - 11;
  end if;
  if own % 3 = 0 then
    delete from shop.order_items where order_id = victim;
    delete from billing.payments where order_id = victim;
    delete from shop.parcels where order_id = victim;
    delete from shop.orders where id = victim;
  end if;
end $$;

select count(harness.tick()) from generate_series(1, 200);
