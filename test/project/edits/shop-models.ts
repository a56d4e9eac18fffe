import { after, all, append, editsOf, swap } from "./edit.ts";

const STAGING = "staging.ts";
const MARTS = "marts.ts";
const PIPELINE = "pipeline.ts";

/** Edits of the shop's models, seeds, externals and steps. */
export const shopModelEdits = editsOf("shop", {
  "a column of a staging model": all(
    swap(
      STAGING,
      `amount: t.decimal(12, 2), paid_at: t.timestamptz() },`,
      `amount: t.decimal(12, 2), method: t.varchar(), paid_at: t.timestamptz() },`,
    ),
    swap(
      STAGING,
      `        amount,\n        paid_at\n`,
      `        amount,\n        method,\n        paid_at\n`,
    ),
  ),
  "a unit test": after(
    STAGING,
    `      expect: [{ order_id: 1, channel: "web" }],\n    }),\n`,
    `    unitTest("channels may be lower case already", {\n      given: [given(shop.orders, [{ id: 2, status: "placed", channel: "app", total: 1, created_at: "2026-01-01 10:00:00 UTC" }])],\n      expect: [{ order_id: 2, channel: "app" }],\n    }),\n`,
  ),
  "a description of a model": swap(
    STAGING,
    `/** Customers, without what nobody needs downstream. */`,
    `/** Customers, with what is needed downstream. */`,
  ),
  "a row of a seed": after(
    STAGING,
    `{ country: "DE", title: "Germany", tax: 0.19 },`,
    `\n    { country: "FR", title: "France", tax: 0.2 },`,
  ),
  "a row of a seed at the end": after(
    STAGING,
    `{ country: "NL", title: "Netherlands", tax: 0.21 },`,
    `\n    { country: "UG", title: "Uganda", tax: 0.18 },`,
  ),
  "a test of a seed": swap(
    STAGING,
    `tests: [test.rowCount({ min: 3 })],`,
    `tests: [test.rowCount({ min: 3, max: 300 })],`,
  ),
  "another owner of an external": swap(
    STAGING,
    `owner: "products@example.com"`,
    `owner: "catalogue@example.com"`,
  ),
  "a column of an external": swap(
    STAGING,
    `category: t.varchar(), loaded_at`,
    `category: t.varchar(), brand: t.varchar(), loaded_at`,
  ),
  "a condition on a model's column": swap(
    STAGING,
    `channel: t.varchar(),\n    total: t`,
    `channel: t.varchar().accepted("web", "app", "shop"),\n    total: t`,
  ),
  "a filter in a .sql file": append("models/stg_parcels.sql", "where carrier <> 'test'\n"),
  "a longer window": swap(MARTS, `recompute: "30 days"`, `recompute: "45 days"`),
  "a slower model": swap(MARTS, `takes: "5m"`, `takes: "7m"`),
  "a test of a mart": after(
    MARTS,
    `    test.row("revenue_is_not_negative", "revenue >= 0"),\n`,
    `    test.row("orders_are_counted", "orders > 0"),\n`,
  ),
  "a column of a mart": all(
    swap(
      MARTS,
      `    status: t.varchar(),\n    total: t.decimal(12, 2),\n    created_at: t.timestamptz(),\n  },\n  grain: ["order_id"],\n  materialize: incremental`,
      `    status: t.varchar(),\n    channel: t.varchar(),\n    total: t.decimal(12, 2),\n    created_at: t.timestamptz(),\n  },\n  grain: ["order_id"],\n  materialize: incremental`,
    ),
    swap(
      MARTS,
      `        status,\n        total,\n        created_at\n    from \${ordersPriced}`,
      `        status,\n        channel,\n        total,\n        created_at\n    from \${ordersPriced}`,
    ),
  ),
  "a renamed column of a model": all(
    swap(
      MARTS,
      `amount: t.decimal(12, 2), position: t.bigint() },\n  grain: ["payment_id", "position"]`,
      `amount: t.decimal(12, 2), place: t.bigint() },\n  grain: ["payment_id", "place"]`,
    ),
    swap(MARTS, `_position as position`, `_position as place`),
  ),
  "a removed column of a mart": all(
    swap(
      MARTS,
      `number: t.varchar(), order_id: t.bigint(), moved_at: t.timestamptz() },`,
      `number: t.varchar(), moved_at: t.timestamptz() },`,
    ),
    swap(
      MARTS,
      `        order_id,\n        moved_at\n    from \${stgParcels}`,
      `        moved_at\n    from \${stgParcels}`,
    ),
  ),
  "a strict query test": swap(
    MARTS,
    `{ severity: "warn", description: "A corrected`,
    `{ severity: "error", description: "A corrected`,
  ),
  "a higher threshold": swap(MARTS, "{0.8}", "{0.9}"),
  "a wider grain": swap(
    MARTS,
    `grain: ["order_id", "from_time"]`,
    `grain: ["order_id", "status", "from_time"]`,
  ),
  "another setting of a step": swap(MARTS, `MODEL: "churn-7"`, `MODEL: "churn-8"`),
  "a patient step": swap(MARTS, `timeout: "1h"`, `timeout: "2h"`),
  "another description of a step": swap(
    MARTS,
    `/** Scores every customer with the model of the science team. */`,
    `/** Scores all customers. */`,
  ),
  "a view": swap(
    MARTS,
    `  materialize: "table",\n  sql: sql\`\n    with paid`,
    `  materialize: "view",\n  sql: sql\`\n    with paid`,
  ),
  "an owner of a mart": swap(
    MARTS,
    `owner: "finance@example.com",\n  tags`,
    `owner: "controlling@example.com",\n  tags`,
  ),
  "a mart in the same file": all(
    append(
      MARTS,
      `\n/** Parcels by carrier. */\nexport const carrierLoad = mart("carrier_load", {\n  columns: { carrier: t.varchar(), parcels: t.bigint() },\n  grain: ["carrier"],\n  sql: sql\`select carrier, count(*) as parcels from \${stgParcels} group by 1\`,\n});\n`,
    ),
    swap(
      PIPELINE,
      `import { categorySales, customersToCall,`,
      `import { carrierLoad, categorySales, customersToCall,`,
    ),
    after(PIPELINE, `    stuckParcels,\n`, `    carrierLoad,\n`),
  ),
});
