import { pg, postgres, secret, table } from "odp";

export const shop = postgres("shop", {
  connection: secret("shop_pg"),
  // @ts-expect-error -- for those who skip the type check
  tables: { countries: table({ code: pg.text(), name: pg.text() }, { keys: ["cod"] }) },
});
