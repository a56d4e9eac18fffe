-- Tables that others land in the lake.
create schema if not exists catalogue;
create table if not exists catalogue.products (sku varchar, title varchar, category varchar, loaded_at timestamp(6) with time zone);
create schema if not exists science;
create table if not exists science.customer_scores (customer_id uuid, score double);
