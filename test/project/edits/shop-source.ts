import { after, all, append, create, editsOf, swap } from "./edit.ts";

const SOURCE = "source.ts";
const CONFIG = "odp.config.ts";

/** Edits of what the shop captures, and of its configuration. */
export const shopSourceEdits = editsOf("shop", {
  "a column of customers": after(
    SOURCE,
    `name: pg.text().pii("name"),`,
    `\n        phone: pg.text().nullable().pii("phone"),`,
  ),
  "a column of orders": after(
    SOURCE,
    `note: pg.text().nullable(),`,
    `\n      coupon: pg.varchar(20).nullable(),`,
  ),
  "a column of order_items": after(
    SOURCE,
    `sku: pg.varchar(40),`,
    `\n      discount: pg.numeric(10, 2).nullable(),`,
  ),
  "a column of parcels": after(SOURCE, `state: pg.text(),`, `\n        depot: pg.text().nullable(),`),
  "a column of payments": after(
    SOURCE,
    `method: pg.text().accepted("card", "transfer", "cash"),`,
    `\n          fee: pg.numeric(12, 2).nullable(),`,
  ),
  "a renamed column of customers": swap(
    SOURCE,
    `nick: pg.text().nullable(),`,
    `nickname: pg.text().nullable(),`,
  ),
  "a removed column of orders": swap(SOURCE, `      picked_at: pg.timestamp().nullable(),\n`, ""),
  "a removed column of customers": swap(SOURCE, `        active: pg.boolean(),\n`, ""),
  "a nullable column": swap(
    SOURCE,
    `quantity: pg.integer(),\n      priority`,
    `quantity: pg.integer().nullable(),\n      priority`,
  ),
  "a table": swap(
    SOURCE,
    `    /** Events of the carrier; the largest table. */`,
    `    /** Goods that came back. */\n    returns: {\n      id: pg.bigint().primaryKey(),\n      order_id: pg.bigint().references("orders.id"),\n      reason: pg.text().nullable(),\n    },\n    /** Events of the carrier; the largest table. */`,
  ),
  "a table at the beginning": swap(
    SOURCE,
    `    /** People who bought something. */`,
    `    /** Where goods are stored. */\n    depots: { id: pg.bigint().primaryKey(), city: pg.text() },\n    /** People who bought something. */`,
  ),
  "a table of a further schema": after(
    SOURCE,
    `    billing: {\n`,
    `      /** Money that went back. */\n      refunds: { id: pg.bigint().primaryKey(), amount: pg.numeric(12, 2) },\n`,
  ),
  "longer retention": swap(SOURCE, `retention: "7d"`, `retention: "9d"`),
  "commits more often": swap(SOURCE, `commitEvery: "60s"`, `commitEvery: "30s"`),
  "more WAL": swap(SOURCE, `maxSlotWalMegabytes: 51_200`, `maxSlotWalMegabytes: 81_920`),
  "more partitions": swap(SOURCE, `partitions: 1,`, `partitions: 2,`),
  "a larger table": swap(SOURCE, `estimatedRows: 200_000`, `estimatedRows: 20_000_000`),
  "an accepted value": swap(SOURCE, `"card", "transfer", "cash"`, `"card", "transfer", "cash", "voucher"`),
  "a condition on a column": swap(
    SOURCE,
    `priority: pg.smallint(),`,
    `priority: pg.smallint().check("priority >= 0"),`,
  ),
  "a description of a table": swap(
    SOURCE,
    `/** People who bought something. */`,
    `/** People who have an account. */`,
  ),
  "a description of a column": swap(
    SOURCE,
    `/** Where the invoice goes. */`,
    `/** Where invoices and news go. */`,
  ),
  "a longer life of deleted rows": swap(SOURCE, `keepDeleted: "30d"`, `keepDeleted: "60d"`),
  "a raw key of the connector": swap(SOURCE, `"max.batch.size": 4096`, `"max.batch.size": 8192`),
  "another source": create(
    "stock/pipeline.ts",
    `import { daily, mart, pg, pipeline, postgres, secret, sql, t } from "odp";

/** What the warehouse holds. */
export const stock = postgres("stock", {
  connection: secret("stock_pg"),
  tables: { levels: { sku: pg.text().primaryKey(), units: pg.integer() } },
});

/** Goods that run low. */
export const lowStock = mart("low_stock", {
  columns: { sku: t.varchar(), units: t.integer() },
  grain: ["sku"],
  sql: sql\`select sku, units from \${stock.levels} where units < 5\`,
});

export default pipeline("stock", {
  owner: "stock@example.com",
  schedule: daily("05:00", { zone: "Africa/Nairobi" }),
  outputs: [lowStock],
});
`,
  ),
  "a team's own source": create(
    "support/pipeline.ts",
    `import { cron, mart, pg, pipeline, postgres, secret, sql, t } from "odp";

/** What customers ask. */
export const desk = postgres("desk", {
  connection: secret("desk_pg"),
  tables: { tickets: { id: pg.bigint().primaryKey(), state: pg.text() } },
});

/** Open tickets. */
export const openTickets = mart("open_tickets", {
  columns: { ticket_id: t.bigint() },
  grain: ["ticket_id"],
  sql: sql\`select id as ticket_id from \${desk.tickets} where state = 'open'\`,
});

export default pipeline("support", {
  owner: "support@example.com",
  schedule: cron("30 4 * * *", { zone: "UTC" }),
  outputs: [openTickets],
});
`,
  ),
  "more slots of dbt": swap(CONFIG, "dbtSlots: 2", "dbtSlots: 3"),
  "longer snapshots": swap(CONFIG, `keepSnapshots: "15d"`, `keepSnapshots: "20d"`),
  "another person on call": swap(
    CONFIG,
    `email: ["oncall@example.com"]`,
    `email: ["oncall@example.com", "night@example.com"]`,
  ),
  "more replicas": swap(CONFIG, "replicationFactor: 3", "replicationFactor: 5"),
  "a setting of the catalog": swap(CONFIG, `"iceberg.max-commit-retry": 8`, `"iceberg.max-commit-retry": 12`),
  "a table and the model over it": all(
    after(
      SOURCE,
      `import { pg, postgres, secret, t, table } from "odp";\n`,
      `\n// The shop's own tables; the schema is theirs.\n`,
    ),
    append(
      "staging.ts",
      `\n/** Reasons why goods come back. */\nexport const returnReasons = seed("return_reasons", {\n  columns: { reason: t.varchar() },\n  grain: ["reason"],\n  rows: [{ reason: "broken" }],\n});\n`,
    ),
    create(
      "returns/pipeline.ts",
      `import { daily, mart, pipeline, sql, t } from "odp";
import { returnReasons } from "../staging.ts";

/** Reasons that are known. */
export const knownReasons = mart("known_reasons", {
  columns: { reason: t.varchar() },
  grain: ["reason"],
  sql: sql\`select reason from \${returnReasons}\`,
});

export default pipeline("returns", {
  owner: "returns@example.com",
  schedule: daily("03:00", { zone: "UTC" }),
  outputs: [knownReasons],
});
`,
    ),
  ),
});
