import { defineConfig, pg, postgres, secret } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
  retention: "30d",
  longestOutage: "20d",
});

export const config = defineConfig({ project: "demo", maintenance: { keepSnapshots: "21d" } });
