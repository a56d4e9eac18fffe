import { mart, pg, postgres, secret, sql, t } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: {
    orders: { id: pg.bigint().primaryKey() },
    orders_history: { id: pg.bigint().primaryKey() },
  },
});

export const versions = mart("versions", {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select h.id from ${shop.orders_history} as h`,
});
