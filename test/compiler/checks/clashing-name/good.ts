import { pg, postgres, secret } from "odp";

export const marts = postgres("marts_db", {
  connection: secret("marts"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
