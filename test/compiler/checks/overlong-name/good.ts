import { pg, postgres, secret } from "odp";

export const central = postgres("central_orders", {
  connection: secret("central"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
