import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.uuid().primaryKey() },
    orders: { id: pg.bigint().primaryKey(), customer_id: pg.text().references("customers.id") },
  },
});
