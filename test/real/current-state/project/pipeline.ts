// Tables that hold what makes capturing hard: large values, compound keys, several partitions, later epochs.
import {
  changes,
  chart,
  cron,
  dashboard,
  history,
  mart,
  metric,
  pg,
  pipeline,
  postgres,
  secret,
  sql,
  t,
  table,
} from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  epoch: 3,
  partitions: 3,
  allowLoss: ["infinity", "nan", "far-year", "dimensions"],
  tables: {
    orders: {
      id: pg.bigint().primaryKey(),
      status: pg.text().nullable(),
      total: pg.numeric(12, 2).nullable(),
      customer_id: pg.uuid().nullable(),
      placed_at: pg.timestamptz().nullable(),
      note: pg.text().nullable(),
    },
    order_items: table(
      {
        order_code: pg.uuid().primaryKey(),
        line: pg.integer().primaryKey(),
        quantity: pg.smallint().nullable(),
        picture: pg.bytea().nullable(),
        tags: pg.array(pg.text()).nullable(),
      },
      { keepDeleted: "30d" },
    ),
  },
});

/** Reads every face. */
export const audit = mart("audit", {
  columns: { rows: t.bigint() },
  grain: ["rows"],
  sql: sql`
    select
        (select count(*) from ${changes(shop.orders)}) + (select count(*) from ${history(shop.orders)})
        + (select count(*) from ${changes(shop.order_items)}) + (select count(*) from ${history(shop.order_items)}) as rows`,
});

export const board = dashboard("board", {
  title: "Board",
  rows: [[chart.bigNumber({ title: "Rows", metric: metric.sum(audit.rows) })]],
});

export default pipeline("proof", {
  owner: "data@example.com",
  schedule: cron("0 * * * *", { zone: "UTC" }),
  outputs: [board],
});
