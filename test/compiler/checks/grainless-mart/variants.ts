import { sqlFile, t, test } from "odp";
import { martWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "an empty grain": () => [martWith({ grain: [] })],
  "other tests": () => [martWith({ grain: [], tests: [test.rowCount({ min: 1 })] })],
  "a view": () => [martWith({ grain: [], materialize: "view" })],
  "a table": () => [martWith({ grain: [], materialize: "table" })],
  "a reference is no key": () => [
    orders,
    martWith({
      grain: [],
      columns: { id: t.bigint().references("stg_orders.id"), day: t.date(), status: t.varchar() },
    }),
  ],
  "with its SQL in a file": () => ({
    exports: [orders, martWith({ grain: [], sql: sqlFile("a.sql") })],
    files: { "a.sql": "select id, day, status from stg_orders" },
  }),
};
