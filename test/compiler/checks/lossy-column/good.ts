import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2).allowLoss("nan"), opened: pg.date() },
  },
  allowLoss: ["infinity"],
});
