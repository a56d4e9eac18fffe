import { external, given, seed, sql, staging, t, test, unitTest } from "odp";
import { shop } from "./source.ts";

/** Customers, without what nobody needs downstream. */
export const stgCustomers = staging("stg_customers", {
  columns: {
    customer_id: t.uuid(),
    email: t.varchar().pii("email"),
    country: t.varchar(),
    joined_at: t.timestamptz(),
  },
  grain: ["customer_id"],
  sql: sql`
    select
        id as customer_id,
        email,
        upper(country) as country,
        joined_at
    from ${shop.customers}`,
});

/** Orders with the names that the business uses. */
export const stgOrders = staging("stg_orders", {
  columns: {
    order_id: t.bigint(),
    customer_id: t.uuid().references("stg_customers.customer_id"),
    status: t.varchar().accepted("placed", "paid", "shipped", "cancelled"),
    channel: t.varchar(),
    total: t.decimal(12, 2).check("total >= 0", { severity: "warn" }),
    created_at: t.timestamptz(),
  },
  grain: ["order_id"],
  sql: sql`
    select
        id as order_id,
        customer_id,
        status,
        lower(channel) as channel,
        total,
        created_at
    from ${shop.orders}`,
  unitTests: [
    unitTest("channels are lower case", {
      given: [
        given(shop.orders, [
          { id: 1, status: "placed", channel: "WEB", total: 10, created_at: "2026-01-01 10:00:00 UTC" },
        ]),
      ],
      expect: [{ order_id: 1, channel: "web" }],
    }),
  ],
});

/** Lines of orders. */
export const stgOrderItems = staging("stg_order_items", {
  columns: { order_id: t.bigint(), line: t.integer(), sku: t.varchar(), price: t.decimal(10, 2), quantity: t.integer() },
  grain: ["order_id", "line"],
  sql: sql`select order_id, line, sku, price, quantity from ${shop.order_items}`,
});

/** Payments that were received. */
export const stgPayments = staging("stg_payments", {
  columns: { payment_id: t.bigint(), order_id: t.bigint(), amount: t.decimal(12, 2), paid_at: t.timestamptz() },
  grain: ["payment_id"],
  sql: sql`
    select
        id as payment_id,
        order_id,
        amount,
        paid_at
    from ${shop.billing.payments}
    where paid_at is not null`,
});

/** Countries that the shop delivers to, and their tax. */
export const countries = seed("countries", {
  columns: { country: t.varchar(), title: t.varchar(), tax: t.decimal(5, 4) },
  grain: ["country"],
  rows: [
    { country: "DE", title: "Germany", tax: 0.19 },
    { country: "KE", title: "Kenya", tax: 0.16 },
    { country: "NL", title: "Netherlands", tax: 0.21 },
  ],
  tests: [test.rowCount({ min: 3 })],
});

/** Products, from the product team's own loader. */
export const products = external("products", {
  schema: "catalogue",
  table: "products",
  columns: { sku: t.varchar(), title: t.varchar(), category: t.varchar(), loaded_at: t.timestamptz() },
  grain: ["sku"],
  landedBy: "the product team's loader",
  freshWithin: "2h",
  landedAt: "loaded_at",
  owner: "products@example.com",
});
