import { pg, postgres, secret } from "odp";

const connect = { source: { "slot.name": "cdc" } };

export const crm = postgres("crm", {
  connection: secret("crm"),
  connect,
  tables: { people: { id: pg.bigint().primaryKey() } },
});
export const shop = postgres("shop", {
  connection: secret("shop"),
  connect,
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
