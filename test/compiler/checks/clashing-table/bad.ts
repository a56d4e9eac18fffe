import { history, mart, pg, postgres, secret, sql, t } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: { id: pg.bigint().primaryKey() },
    orders_history: { id: pg.bigint().primaryKey() },
  },
});

export const versions = mart("versions", {
  columns: { id: t.bigint(), from: t.timestamptz() },
  grain: ["id", "from"],
  sql: sql`select h.id, h._valid_from as "from" from ${history(shop.orders)} as h`,
});
