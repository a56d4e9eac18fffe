import { external, pg, postgres, secret, seed, t, table, test } from "odp";

export const wms = postgres("wms", {
  description: "The warehouse management system, which both teams read.",
  owner: "warehouse@example.com",
  tags: ["warehouse"],
  connection: secret("wms_pg"),
  // It was called so until it was bought; slot, topics, connectors and changelogs keep the name.
  movedFrom: "storage",
  // What is lost here cannot be captured again.
  protect: true,
  // Restored from a backup once.
  epoch: 2,
  commitEvery: "30s",
  retention: "9d",
  longestOutage: "4d",
  maxSlotWalMegabytes: 20_000,
  partitions: 2,
  connect: { sink: { "consumer.override.max.poll.records": 200 } },
  tables: {
    /** One row for each shipment. */
    shipments: {
      id: pg.bigint().primaryKey(),
      order_id: pg.bigint(),
      carrier: pg.text(),
      weight: pg.numeric(10, 3),
      shipped_at: pg.timestamptz(),
    },
    /** Who packed how much in a shift. */
    shifts: {
      id: pg.bigint().primaryKey(),
      packer: pg.text().pii("name"),
      hall: pg.text(),
      is_night: pg.boolean(),
      parcels: pg.integer(),
      hours: pg.doublePrecision(),
      began_at: pg.timestamptz(),
    },
    /** What a carrier charges. */
    tariffs: table(
      {
        carrier: pg.text().primaryKey(),
        price_per_kilogram: pg.numeric(10, 4),
      },
      { movedFrom: ["prices", "price_list"], owner: "finance@example.com", tags: ["money"] },
    ),
  },
  allowLoss: ["infinity", "nan", "far-year"],
});

export const carrierNames = seed("carrier_names", {
  description: "Carriers as people call them.",
  owner: "logistics@example.com",
  tags: ["names"],
  columns: { carrier: t.varchar(), title: t.varchar().unique(), country: t.varchar() },
  grain: ["carrier"],
  file: "carrier_names.csv",
  movedFrom: "haulers",
  tests: [
    test.unique(["carrier", "country"]),
    test.rowCount({ min: 1, max: 50 }, { severity: "warn", description: "There are not that many carriers." }),
  ],
});

export const holidays = external("holidays", {
  description: "Days on which nobody works, read where they stand.",
  owner: "warehouse@example.com",
  tags: ["calendar"],
  catalog: "wms_pg",
  schema: "public",
  table: "closed_days",
  columns: { day: t.date(), hall: t.varchar() },
  grain: ["day", "hall"],
  landedBy: "the planners",
  freshWithin: "1d",
});
