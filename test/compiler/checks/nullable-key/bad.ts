import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { countries: table({ code: pg.text().nullable(), name: pg.text() }, { keys: ["code"] }) },
});
