import { pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
  connect: {
    source: { "snapshot.mode": "initial", "my.key": { value: 1, reason: "our patched plugin reads it" } },
  },
});
