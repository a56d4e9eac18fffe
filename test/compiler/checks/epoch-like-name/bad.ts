import { pg, postgres, secret } from "odp";

export const shop = postgres("shop_e2", {
  connection: secret("shop_pg"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
