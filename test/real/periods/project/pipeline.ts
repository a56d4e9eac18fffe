import { cron, incremental, mart, pg, pipeline, postgres, secret, sql, staging, t } from "odp";

/** A shop whose orders change long after they were made. */
export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      channel: pg.text(),
      status: pg.text(),
      placed_at: pg.timestamptz(),
    },
    items: {
      id: pg.bigint().primaryKey(),
      order_id: pg.bigint().references("orders.id"),
      quantity: pg.integer(),
      price: pg.numeric(12, 2),
    },
  },
  allowLoss: ["infinity", "nan", "far-year"],
});

/** Several rows a period; the joined side decides the values. */
export const revenueByDay = mart("revenue_by_day", {
  columns: { day: t.date(), channel: t.varchar(), revenue: t.decimal(38, 2), orders: t.bigint() },
  grain: ["day", "channel"],
  materialize: incremental({ period: "day", zone: "Africa/Nairobi", recompute: "10 days" }),
  sql: sql`
    select
        cast(orders.placed_at at time zone 'Africa/Nairobi' as date) as day,
        orders.channel,
        cast(sum(items.quantity * items.price) as decimal(38, 2)) as revenue,
        count(distinct orders.id) as orders
    from ${shop.orders} as orders
    inner join ${shop.items} as items
        on orders.id = items.order_id
    where orders.status = 'paid'
    group by 1, 2`,
});

/** Longer periods, another zone, an aggregate that cannot be undone, a join that keeps orders without items. */
export const revenueByMonth = mart("revenue_by_month", {
  columns: {
    month: t.date(),
    revenue: t.decimal(38, 2).nullable(),
    top_price: t.decimal(12, 2).nullable(),
    lines: t.bigint(),
  },
  grain: ["month"],
  materialize: incremental({ period: "month", zone: "Europe/Berlin", recompute: "2 months" }),
  sql: sql`
    select
        cast(date_trunc('month', orders.placed_at at time zone 'Europe/Berlin') as date) as month,
        cast(sum(items.quantity * items.price) as decimal(38, 2)) as revenue,
        max(items.price) as top_price,
        count(*) as lines
    from ${shop.orders} as orders
    left join ${shop.items} as items
        on orders.id = items.order_id
    where orders.status = 'paid'
    group by 1`,
});

const stgOrders = staging("stg_orders", {
  columns: { order_id: t.bigint(), status: t.varchar(), placed_at: t.timestamptz() },
  grain: ["order_id"],
  sql: sql`select id as order_id, status, placed_at from ${shop.orders}`,
});

/** A grain without the period, so that rows move between periods; read through a view and a common table. */
export const paidOrders = mart("paid_orders", {
  columns: { order_id: t.bigint(), day: t.date(), lines: t.bigint() },
  grain: ["order_id"],
  materialize: incremental({ period: "day", zone: "Africa/Nairobi", recompute: "10 days" }),
  sql: sql`
    with paid as (
        select *
        from ${stgOrders}
    )

    select
        paid.order_id,
        cast(paid.placed_at at time zone 'Africa/Nairobi' as date) as day,
        count(items.id) as lines
    from paid
    left join ${shop.items} as items
        on paid.order_id = items.order_id
    where paid.status = 'paid'
    group by paid.order_id, 2`,
});

export default pipeline("main", {
  owner: "data@example.com",
  schedule: cron("0 * * * *", { zone: "UTC" }),
  outputs: [revenueByDay, revenueByMonth, paidOrders],
});
