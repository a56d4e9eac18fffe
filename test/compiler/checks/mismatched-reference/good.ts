import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.uuid().primaryKey(), number: pg.integer() },
    orders: {
      id: pg.bigint().primaryKey(),
      customer_id: pg.uuid().references("customers.id"),
      number: pg.bigint().references("customers.number"),
    },
  },
});
