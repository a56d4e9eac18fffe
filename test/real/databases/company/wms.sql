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

create table shifts (
  id bigint primary key,
  packer text not null,
  hall text not null,
  is_night boolean not null,
  parcels integer not null,
  hours double precision not null,
  began_at timestamptz not null
);

-- Read where it stands, not captured.
create table closed_days (
  day date not null,
  hall text not null,
  primary key (day, hall)
);
