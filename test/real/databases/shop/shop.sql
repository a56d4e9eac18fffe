create schema shop;
create schema billing;
create domain shop.email as text check (value like '%@%');
create type shop.order_status as enum ('placed', 'paid', 'shipped', 'cancelled');

create table shop.customers (
  id uuid primary key,
  email shop.email not null,
  name text not null,
  nick text,
  country char(2) not null,
  credit numeric(12, 2),
  active boolean not null,
  born date,
  preferences jsonb,
  tags text[],
  avatar bytea,
  last_address inet,
  joined_at timestamptz not null
);

create table shop.orders (
  id bigint primary key,
  customer_id uuid not null references shop.customers (id),
  status shop.order_status not null,
  total numeric(12, 2) not null,
  weight double precision,
  ratio real,
  rate numeric,
  channel varchar(20) not null,
  quantity integer not null,
  priority smallint not null,
  note text,
  delivered_on date,
  picked_at timestamp,
  window_start time,
  created_at timestamptz not null
);

create table shop.order_items (
  order_id bigint not null references shop.orders (id),
  line integer not null,
  sku varchar(40) not null,
  price numeric(10, 2) not null,
  quantity integer not null,
  primary key (order_id, line)
);

-- It has no primary key: what identifies a parcel is only promised.
create table shop.parcels (
  carrier text not null,
  number text not null,
  order_id bigint not null references shop.orders (id),
  state text not null,
  moved_at timestamptz not null,
  unique (carrier, number)
);

create table billing.payments (
  id bigint primary key,
  order_id bigint not null references shop.orders (id),
  amount numeric(12, 2) not null,
  method text not null,
  paid_at timestamptz
);
