import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: { id: pg.bigint().primaryKey(), status: pg.text() },
    events: table({ name: pg.text(), order_id: pg.bigint() }, { keys: ["name", "order_id"] }),
  },
});
