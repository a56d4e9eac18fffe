import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: table(
      { id: pg.bigint().primaryKey(), prices: pg.array(pg.numeric(10, 2)) },
      { identity: "full" },
    ),
    lines: { id: pg.bigint().primaryKey(), names: pg.array(pg.text()), note: pg.text() },
  },
  allowLoss: ["nan", "dimensions"],
});
