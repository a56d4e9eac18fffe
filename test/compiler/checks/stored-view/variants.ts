import { intermediate, model, sql, sqlFile, t } from "odp";
import { martWith, stagingWith } from "../models.ts";
import { orders } from "../shop.ts";

const one = {
  columns: { id: t.bigint() },
  grain: ["id"],
  sql: sql`select o.id from ${orders} as o`,
} as const;

export const variants = {
  sorted: () => [stagingWith({ sortBy: ["id"] })],
  "a mart that is a view": () => [martWith({ materialize: "view", partitionBy: ["day"] })],
  "an intermediate model": () => [intermediate("int_paid", { ...one, sortBy: ["id"] })],
  "a model outside the layers": () => [model("paid", { ...one, materialize: "view", sortBy: ["id"] })],
  "with its SQL in a file": () => ({
    exports: [orders, martWith({ materialize: "view", sortBy: ["id"], sql: sqlFile("a.sql") })],
    files: { "a.sql": "select id, day, status from stg_orders" },
  }),
};
