import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  epoch: 2,
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
