import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  tables: { countries: table({ code: pg.text(), name: pg.text().nullable() }, { keys: ["code"] }) },
});
