import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
  connect: { source: { "snapshot.mod": "initial" }, sink: { "errors.tolerance": "all" } },
});
