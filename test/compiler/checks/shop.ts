// Declarations without a mistake, which examples build on.
import { mart, pg, postgres, secret, sql, staging, t } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.uuid().primaryKey(), country: pg.text() },
    orders: {
      id: pg.bigint().primaryKey(),
      customer_id: pg.uuid().references("customers.id"),
      total: pg.numeric(12, 2),
      status: pg.text().accepted("placed", "paid", "cancelled"),
      created_at: pg.timestamptz(),
    },
  },
  allowLoss: ["infinity", "nan"],
});

export const orders = staging("stg_orders", {
  columns: {
    id: t.bigint(),
    customer_id: t.uuid(),
    total: t.decimal(12, 2),
    status: t.varchar(),
    day: t.date(),
    created_at: t.timestamptz(),
  },
  grain: ["id"],
  sql: sql`
    select o.id, o.customer_id, o.total, o.status, cast(o.created_at as date) as day, o.created_at
    from ${shop.orders} as o`,
});

export const daily = mart("daily", {
  columns: { day: t.date(), status: t.varchar(), revenue: t.decimal(38, 2), orders: t.bigint() },
  grain: ["day", "status"],
  sql: sql`
    select o.day, o.status, sum(o.total) as revenue, count(*) as orders
    from ${orders} as o
    group by 1, 2`,
});
