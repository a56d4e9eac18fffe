import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { orders: { id: pg.bigint().primaryKey(), prices: pg.array(pg.numeric(10, 2)) } },
  allowLoss: ["nan", "dimensions"],
});
