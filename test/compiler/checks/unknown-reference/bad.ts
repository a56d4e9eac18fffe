import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    customers: { id: pg.uuid().primaryKey() },
    // @ts-expect-error -- for those who skip the type check
    orders: { id: pg.bigint().primaryKey(), customer_id: pg.uuid().references("customer.id") },
  },
});
