import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    events: table({ id: pg.bigint().primaryKey(), name: pg.text() }, { estimatedRows: 200_000_000 }),
  },
});
