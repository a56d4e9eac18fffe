import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  partitions: 0,
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
