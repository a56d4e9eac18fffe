import { after, all, append, create, editsOf, swap } from "./edit.ts";

const PIPELINE = "pipeline.ts";

/** Edits of what the shop's people look at, and when. */
export const shopOutputEdits = editsOf("shop", {
  "a chart": after(
    PIPELINE,
    `size: metric.sum(categorySales.units) }),\n`,
    `          chart.funnel({ title: "Orders by state", by: orderFacts.status, size: metric.count(orderFacts) }),\n`,
  ),
  "a chart of another model": after(
    PIPELINE,
    `        [markdown("Revenue counts paid and shipped orders only.")],\n`,
    `        [chart.table({ title: "Parcels", columns: [stuckParcels.carrier, stuckParcels.number] })],\n`,
  ),
  "another title of a dashboard": swap(PIPELINE, `title: "Sales",`, `title: "Sales and orders",`),
  "another owner of a dashboard": swap(
    PIPELINE,
    `  owner: "finance@example.com",\n  freshWithin`,
    `  owner: "sales@example.com",\n  freshWithin`,
  ),
  "another description of a dashboard": swap(
    PIPELINE,
    `/** Revenue at a glance. */`,
    `/** Revenue and orders at a glance. */`,
  ),
  "a later mail": swap(PIPELINE, `daily("06:00"`, `daily("06:30"`),
  "another recipient": swap(
    PIPELINE,
    `email({ to: ["sales@example.com"]`,
    `email({ to: ["sales@example.com", "board@example.com"]`,
  ),
  "a higher limit of rows": swap(PIPELINE, `rowLimit: 10_000`, `rowLimit: 20_000`),
  "another title of a report": swap(
    PIPELINE,
    `title: "Customers to call",`,
    `title: "Customers whom we call",`,
  ),
  "a later call list": swap(PIPELINE, `cron("30 7 * * 1-5"`, `cron("45 7 * * 1-5"`),
  "another title of an action": swap(PIPELINE, `title: "Restock",`, `title: "Order goods",`),
  "more tries": swap(PIPELINE, `  retries: 2,`, `  retries: 3,`),
  "a longer deadline": swap(PIPELINE, `deadline: "90m"`, `deadline: "100m"`),
  "another schedule": swap(PIPELINE, `schedule: [cron("0 * * * *"`, `schedule: [cron("20 * * * *"`),
  "another owner of the pipeline": swap(
    PIPELINE,
    `owner: "data@example.com",`,
    `owner: "platform@example.com",`,
  ),
  "another recipient of alerts": swap(
    PIPELINE,
    `alerts: [{ on: "failure", email: ["oncall@example.com"] }]`,
    `alerts: [{ on: "failure", email: ["oncall@example.com", "lead@example.com"] }]`,
  ),
  "a tag": swap(PIPELINE, `tags: ["shop"]`, `tags: ["shop", "core"]`),
  "a report": all(
    swap(
      PIPELINE,
      `/** Orders goods that run low. */`,
      `/** Parcels that somebody must look for. */
export const lostParcels = report("lost_parcels", {
  title: "Lost parcels",
  sql: sql\`select carrier, number from \${stuckParcels}\`,
  attach: "csv",
  whenEmpty: "skip",
  to: [email({ to: ["parcels@example.com"], via: secret("smtp") })],
  schedule: daily("08:15", { zone: "Africa/Nairobi" }),
});

/** Orders goods that run low. */`,
    ),
    after(PIPELINE, `    restock,\n`, `    lostParcels,\n`),
  ),
  "a dashboard": all(
    swap(
      PIPELINE,
      `/** Whom the call centre calls today. */`,
      `/** What sells. */
export const assortment = dashboard("assortment", {
  title: "Assortment",
  rows: [[chart.pie({ title: "Units", by: categorySales.category, size: metric.sum(categorySales.units) })]],
});

/** Whom the call centre calls today. */`,
    ),
    after(PIPELINE, `  outputs: [\n`, `    assortment,\n`),
  ),
  "a dashboard in a file of its own": all(
    create(
      "parcels.ts",
      `import { chart, dashboard, metric } from "odp";
import { stuckParcels } from "./marts.ts";

/** What does not move. */
export const parcelBoard = dashboard("parcel_board", {
  title: "Parcels",
  rows: [[chart.bigNumber({ title: "Stuck", metric: metric.count(stuckParcels) })]],
});
`,
    ),
    after(PIPELINE, `stuckParcels } from "./marts.ts";\n`, `import { parcelBoard } from "./parcels.ts";\n`),
    after(PIPELINE, `    callList,\n`, `    parcelBoard,\n`),
  ),
  "another pipeline over the same source": create(
    "growth/pipeline.ts",
    `import { cron, mart, pipeline, sql, t } from "odp";
import { shop } from "../source.ts";

/** New customers by day. */
export const newCustomers = mart("new_customers", {
  columns: { day: t.date(), customers: t.bigint() },
  grain: ["day"],
  sql: sql\`select cast(joined_at as date) as day, count(*) as customers from \${shop.customers} group by 1\`,
});

export default pipeline("growth", {
  owner: "growth@example.com",
  schedule: cron("0 5 * * *", { zone: "Africa/Nairobi" }),
  outputs: [newCustomers],
});
`,
  ),
  "a pipeline with a report": create(
    "risk/pipeline.ts",
    `import { daily, email, pipeline, report, secret, sql } from "odp";
import { paymentCorrections } from "../marts.ts";

/** Corrections of payments, for the auditors. */
export const corrections = report("corrections", {
  title: "Corrected payments",
  sql: sql\`select * from \${paymentCorrections}\`,
  attach: "csv",
  whenEmpty: "send",
  to: [email({ to: ["audit@example.com"], via: secret("smtp") })],
  schedule: daily("09:00", { zone: "Africa/Nairobi" }),
});

export default pipeline("risk", {
  owner: "risk@example.com",
  schedule: daily("08:00", { zone: "Africa/Nairobi" }),
  outputs: [corrections],
});
`,
  ),
  "another text of an action": append("actions/restock.ts", "\n// Runs at night.\n"),
  "another text of a step": append("steps/score_customers.py", '    print("done")\n'),
});
