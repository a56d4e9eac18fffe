import { pg, postgres, secret } from "odp";

/** The warehouse management system, which both teams read. */
export const wms = postgres("wms", {
  connection: secret("wms_pg"),
  tables: {
    /** One row for each shipment. */
    shipments: {
      id: pg.bigint().primaryKey(),
      order_id: pg.bigint(),
      carrier: pg.text(),
      weight: pg.numeric(10, 3),
      shipped_at: pg.timestamptz(),
    },
    /** What a carrier charges. */
    tariffs: {
      carrier: pg.text().primaryKey(),
      price_per_kilogram: pg.numeric(10, 4),
    },
  },
  allowLoss: ["infinity", "nan", "far-year"],
});
