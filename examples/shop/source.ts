import { pg, postgres, secret, t, table } from "odp";

/** The shop's operational database. */
export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  schema: "shop",
  epoch: 1,
  commitEvery: "60s",
  retention: "7d",
  longestOutage: "3d",
  maxSlotWalMegabytes: 51_200,
  partitions: 1,
  // Dates and numbers that the shop never writes; a preflight query proves it.
  allowLoss: ["infinity", "nan", "far-year", "dimensions"],
  connect: { source: { "max.batch.size": 4096 } },
  tables: {
    /** People who bought something. */
    customers: table(
      {
        id: pg.uuid().primaryKey(),
        /** Where the invoice goes. */
        email: pg.domain("email", pg.text()).pii("email"),
        name: pg.text().pii("name"),
        nick: pg.text().nullable(),
        country: pg.char(2).allowLoss("padding"),
        credit: pg.numeric(12, 2).nullable().check("credit >= 0", { severity: "warn" }),
        active: pg.boolean(),
        born: pg.date().nullable().pii("birthday"),
        preferences: pg.jsonb().nullable(),
        tags: pg.array(pg.text()).nullable(),
        avatar: pg.bytea().nullable(),
        last_address: pg.inet().nullable().pii("address"),
        joined_at: pg.timestamptz(),
      },
      { identity: "full", estimatedRows: 200_000, owner: "crm@example.com", tags: ["crm"] },
    ),
    orders: {
      id: pg.bigint().primaryKey(),
      customer_id: pg.uuid().references("customers.id"),
      status: pg.enum("order_status", ["placed", "paid", "shipped", "cancelled"]),
      total: pg.numeric(12, 2),
      weight: pg.doublePrecision().nullable(),
      ratio: pg.real().nullable(),
      rate: pg
        .numeric({ as: t.decimal(38, 9) })
        .nullable()
        .allowLoss("overflow", "rounding"),
      channel: pg.varchar(20),
      quantity: pg.integer(),
      priority: pg.smallint(),
      note: pg.text().nullable(),
      delivered_on: pg.date().nullable(),
      picked_at: pg.timestamp().nullable(),
      window_start: pg.time().nullable().allowLoss("midnight"),
      created_at: pg.timestamptz(),
    },
    order_items: {
      order_id: pg.bigint().primaryKey().references("orders.id"),
      line: pg.integer().primaryKey(),
      sku: pg.varchar(40),
      price: pg.numeric(10, 2),
      quantity: pg.integer(),
    },
    /** Events of the carrier; the largest table. */
    parcels: table(
      {
        carrier: pg.text(),
        number: pg.text(),
        order_id: pg.bigint().references("orders.id"),
        state: pg.text(),
        moved_at: pg.timestamptz(),
      },
      { keys: ["carrier", "number"], estimatedRows: 40_000_000, keepDeleted: "30d" },
    ),
  },
  schemas: {
    billing: {
      payments: table(
        {
          id: pg.bigint().primaryKey(),
          order_id: pg.bigint().references("orders.id"),
          amount: pg.numeric(12, 2),
          method: pg.text().accepted("card", "transfer", "cash"),
          paid_at: pg.timestamptz().nullable(),
        },
        { description: "Money that came in, by order." },
      ),
    },
  },
});
