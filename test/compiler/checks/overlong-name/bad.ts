import { pg, postgres, secret } from "odp";

export const central = postgres("the_central_order_management_database_of_the_european_branch", {
  connection: secret("central"),
  tables: { orders: { id: pg.bigint().primaryKey() } },
});
