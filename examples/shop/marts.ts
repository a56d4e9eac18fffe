import { changes, external, given, history, incremental, intermediate, mart, model, run, sql, sqlFile, staging, step, t, test, unitTest } from "odp";
import { shop } from "./source.ts";
import { countries, products, stgCustomers, stgOrderItems, stgOrders, stgPayments } from "./staging.ts";

/** Parcels on their way. */
export const stgParcels = staging("stg_parcels", {
  columns: { carrier: t.varchar(), number: t.varchar(), order_id: t.bigint(), state: t.varchar(), moved_at: t.timestamptz() },
  grain: ["carrier", "number"],
  sql: sqlFile("models/stg_parcels.sql"),
});

/** Orders with their buyer and what was paid for them. */
export const ordersPriced = intermediate("int_orders_priced", {
  columns: {
    order_id: t.bigint(),
    customer_id: t.uuid(),
    country: t.varchar(),
    status: t.varchar(),
    channel: t.varchar(),
    total: t.decimal(12, 2),
    paid: t.decimal(38, 2),
    items: t.bigint(),
    created_at: t.timestamptz(),
  },
  grain: ["order_id"],
  materialize: "table",
  sql: sql`
    with paid as (
        select
            order_id,
            sum(amount) as paid
        from ${stgPayments}
        group by order_id
    ),

    items as (
        select
            order_id,
            sum(quantity) as items
        from ${stgOrderItems}
        group by order_id
    )

    select
        orders.order_id,
        orders.customer_id,
        customers.country,
        orders.status,
        orders.channel,
        orders.total,
        coalesce(paid.paid, cast(0 as decimal(38, 2))) as paid,
        coalesce(items.items, 0) as items,
        orders.created_at
    from ${stgOrders} as orders
    inner join ${stgCustomers} as customers
        on orders.customer_id = customers.customer_id
    left join paid
        on orders.order_id = paid.order_id
    left join items
        on orders.order_id = items.order_id`,
});

/** Revenue per local day and country. */
export const dailyRevenue = mart("daily_revenue", {
  columns: {
    /** The day in Nairobi. */
    day: t.date(),
    country: t.varchar(),
    revenue: t.decimal(38, 2),
    orders: t.bigint(),
  },
  grain: ["day", "country"],
  materialize: incremental({ period: "day", zone: "Africa/Nairobi", recompute: "30 days" }),
  sql: sql`
    select
        cast(orders.created_at at time zone 'Africa/Nairobi' as date) as day,
        orders.country,
        sum(orders.total) as revenue,
        count(*) as orders
    from ${ordersPriced} as orders
    where orders.status in ${["paid", "shipped"]}
    group by 1, 2`,
  tests: [
    test.row("revenue_is_not_negative", "revenue >= 0"),
    test.relationship("country", countries.country, { severity: "warn" }),
  ],
  unitTests: [
    unitTest("cancelled orders bring no revenue", {
      description: "Only paid and shipped orders count.",
      given: [
        given(ordersPriced, [
          { order_id: 1, country: "KE", status: "paid", total: 10, created_at: "2026-01-01 22:00:00 UTC" },
          { order_id: 2, country: "KE", status: "cancelled", total: 99, created_at: "2026-01-01 22:00:00 UTC" },
        ]),
      ],
      expect: [{ day: "2026-01-02", country: "KE", revenue: 10, orders: 1 }],
    }),
  ],
  contract: true,
  takes: "5m",
  partitionBy: ["month(day)"],
  sortBy: ["country"],
  owner: "finance@example.com",
  tags: ["finance"],
});

/** One row for each order, as it is now. */
export const orderFacts = mart("fct_orders", {
  columns: {
    order_id: t.bigint(),
    customer_id: t.uuid(),
    country: t.varchar(),
    status: t.varchar(),
    total: t.decimal(12, 2),
    created_at: t.timestamptz(),
  },
  grain: ["order_id"],
  materialize: incremental({ key: ["order_id"], watermark: "created_at", overlap: "7 days" }),
  sql: sql`
    select
        order_id,
        customer_id,
        country,
        status,
        total,
        created_at
    from ${ordersPriced}`,
  protect: true,
  movedFrom: "orders_fact",
});

/** How long orders stayed in each state. */
export const orderStates = mart("order_states", {
  columns: {
    order_id: t.bigint(),
    status: t.varchar(),
    from_time: t.timestamptz(),
    to_time: t.timestamptz().nullable(),
    hours: t.double(),
  },
  grain: ["order_id", "from_time"],
  materialize: "table",
  sql: sql`
    select
        id as order_id,
        status,
        _valid_from as from_time,
        _valid_to as to_time,
        date_diff('minute', _valid_from, coalesce(_valid_to, _valid_from)) / 60e0 as hours
    from ${history(shop.orders)}`,
});

/** Payments that were changed after they had been entered. */
export const paymentCorrections = model("payment_corrections", {
  columns: { payment_id: t.bigint(), corrected_at: t.timestamptz(), amount: t.decimal(12, 2), position: t.bigint() },
  grain: ["payment_id", "position"],
  sql: sql`
    select
        id as payment_id,
        _changed_at as corrected_at,
        amount,
        _position as position
    from ${changes(shop.billing.payments)}
    where _operation = 'update'`,
  tests: [
    test.table(
      "corrections_of_known_payments",
      sql`
        select corrections.payment_id
        from payment_corrections as corrections
        left join ${shop.billing.payments} as payments
            on corrections.payment_id = payments.id
        where payments.id is null`,
      { severity: "warn", description: "A corrected payment that is gone was deleted; somebody should know why." },
    ),
  ],
});

/** How likely a customer is to buy again; written by the step below. */
export const scores = external("customer_scores", {
  schema: "science",
  columns: { customer_id: t.uuid(), score: t.double() },
  grain: ["customer_id"],
  landedBy: "the step score_customers",
  freshWithin: "1d",
});

/** Scores every customer with the model of the science team. */
export const scoreCustomers = step("score_customers", {
  run: run.python("steps/score_customers.py", { env: { MODEL: "churn-7" } }),
  reads: [orderFacts],
  writes: [scores],
  takes: "20m",
  timeout: "1h",
  retries: 1,
});

/** Customers worth a call. */
export const customersToCall = mart("customers_to_call", {
  columns: { customer_id: t.uuid(), email: t.varchar().pii("email"), orders: t.bigint(), score: t.double() },
  grain: ["customer_id"],
  sql: sql`
    select
        customers.customer_id,
        customers.email,
        count(*) as orders,
        max(scores.score) as score
    from ${stgCustomers} as customers
    inner join ${orderFacts} as orders
        on customers.customer_id = orders.customer_id
    inner join ${scores} as scores
        on customers.customer_id = scores.customer_id
    where scores.score > ${0.8}
    group by 1, 2`,
});

/** Units sold by product category. */
export const categorySales = mart("category_sales", {
  columns: { category: t.varchar(), units: t.bigint(), revenue: t.decimal(38, 2) },
  grain: ["category"],
  sql: sql`
    select
        products.category,
        sum(items.quantity) as units,
        sum(items.price * items.quantity) as revenue
    from ${stgOrderItems} as items
    inner join ${products} as products
        on items.sku = products.sku
    group by 1`,
  dbt: { full_refresh: true },
});

/** Parcels that have not moved for three days. */
export const stuckParcels = mart("stuck_parcels", {
  columns: { carrier: t.varchar(), number: t.varchar(), order_id: t.bigint(), moved_at: t.timestamptz() },
  grain: ["carrier", "number"],
  sql: sql`
    select
        carrier,
        number,
        order_id,
        moved_at
    from ${stgParcels}
    where state <> 'delivered'`,
});
