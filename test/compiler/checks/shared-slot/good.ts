import { pg, postgres, secret } from "odp";

export const crm = postgres("crm", {
  connection: secret("crm"),
  tables: { people: { id: pg.bigint().primaryKey() } },
});
export const shop = postgres("shop", {
  connection: secret("shop"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
