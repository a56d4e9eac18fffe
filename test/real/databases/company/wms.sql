create table shipments (
  id bigint primary key,
  order_id bigint not null,
  carrier text not null,
  weight numeric(10, 3) not null,
  shipped_at timestamptz not null
);

create table tariffs (
  carrier text primary key,
  price_per_kilogram numeric(10, 4) not null
);
