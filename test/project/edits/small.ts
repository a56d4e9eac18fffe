import { after, all, create, editsOf, swap } from "./edit.ts";

const SOURCES = "shared/sources.ts";
const STAGING = "shared/staging.ts";
const LOGISTICS = "logistics/pipeline.ts";
const FINANCE = "finance/pipeline.ts";

/** Edits of the project that two teams share. */
export const companyEdits = editsOf("multi-team", {
  "a column of a shared table": after(
    SOURCES,
    `order_id: pg.bigint(),`,
    `\n      service: pg.text().nullable(),`,
  ),
  "a column of the other table": after(
    SOURCES,
    `price_per_kilogram: pg.numeric(10, 4),`,
    `\n      currency: pg.char(3).nullable().allowLoss("padding"),`,
  ),
  "a description of a source": swap(
    SOURCES,
    `description: "The warehouse management system, which both teams read."`,
    `description: "The warehouse system."`,
  ),
  "a table": swap(
    SOURCES,
    `    /** What a carrier charges. */`,
    `    /** Who carries. */\n    carriers: { id: pg.bigint().primaryKey(), title: pg.text() },\n    /** What a carrier charges. */`,
  ),
  "another name in SQL": swap(
    STAGING,
    `        carrier,\n        weight`,
    `        lower(carrier) as carrier,\n        weight`,
  ),
  "a description of a staging model": swap(
    STAGING,
    `/** Shipments, with the day in Berlin. */`,
    `/** Shipments by their day in Berlin. */`,
  ),
  "a longer window": swap(LOGISTICS, `recompute: "14 days"`, `recompute: "21 days"`),
  "a fresher dashboard": swap(LOGISTICS, `freshWithin: "3h"`, `freshWithin: "4h"`),
  "another title": swap(
    LOGISTICS,
    `dashboard("throughput", {\n  title: "Throughput"`,
    `dashboard("throughput", {\n  title: "What moved"`,
  ),
  "another granularity": swap(LOGISTICS, `  granularity: "model",\n`, ""),
  "another polling": swap(LOGISTICS, `onNewData()`, `onNewData({ pollEvery: "90s" })`),
  "a mart of logistics": all(
    swap(
      LOGISTICS,
      `/** What moved. */`,
      `/** Carriers that are used. */\nexport const carriers = mart("carriers", {\n  columns: { carrier: t.varchar() },\n  grain: ["carrier"],\n  sql: sql\`select distinct carrier from \${stgShipments}\`,\n});\n\n/** What moved. */`,
    ),
    after(LOGISTICS, `    stgShipments,\n`, `    carriers,\n`),
  ),
  "another owner": swap(FINANCE, `owner: "finance@example.com"`, `owner: "controlling@example.com"`),
  "another weekday": swap(FINANCE, `weekly("monday", "07:30"`, `weekly("tuesday", "07:30"`),
  "another hour": swap(FINANCE, `cron("15 5 * * *"`, `cron("45 5 * * *"`),
  "a test": all(
    swap(FINANCE, `sql, t, weekly`, `sql, t, test, weekly`),
    after(
      FINANCE,
      `        on days.carrier = names.carrier\`,\n`,
      `  tests: [test.row("costs_are_positive", "cost >= 0")],\n`,
    ),
  ),
  "a third team": create(
    "retail/pipeline.ts",
    `import { daily, mart, pipeline, sql, t } from "odp";
import { stgShipments } from "../shared/staging.ts";

/** Orders that were shipped. */
export const shippedOrders = mart("shipped_orders", {
  columns: { order_id: t.bigint() },
  grain: ["order_id"],
  sql: sql\`select distinct order_id from \${stgShipments}\`,
});

export default pipeline("retail", {
  owner: "retail@example.com",
  schedule: daily("04:00", { zone: "Europe/Berlin" }),
  outputs: [shippedOrders],
});
`,
  ),
});

const QUICKSTART = "pipeline.ts";

/** Edits of the shortest project. */
export const quickstartEdits = editsOf("quickstart", {
  "a column": after(QUICKSTART, `total: pg.numeric(12, 2),`, `\n      channel: pg.text().nullable(),`),
  "a description of the source": swap(
    QUICKSTART,
    `/** The shop's operational database. */`,
    `/** The shop. */`,
  ),
  "a description of the mart": swap(QUICKSTART, `/** Revenue per day. */`, `/** Revenue of each day. */`),
  "another title": swap(QUICKSTART, `title: "Sales",`, `title: "Sold",`),
  "another schedule": swap(QUICKSTART, `cron("0 * * * *"`, `cron("30 * * * *"`),
  "another warehouse": swap("odp.config.ts", `gs://example-lake/warehouse`, `gs://example-lake/house`),
});
