import { incremental, sqlFile, t } from "odp";
import { martWith, seedWith, stagingWith } from "../models.ts";
import { orders } from "../shop.ts";

const columns = { id: t.bigint().nullable(), day: t.date() };

export const variants = {
  alone: () => [martWith({ columns })],
  "in a view": () => [stagingWith({ columns: { id: t.bigint().nullable() } })],
  "merged by key": () => [martWith({ columns, materialize: incremental({ key: ["id"] }) })],
  "in a seed": () => [seedWith({ grain: ["code", "since"] })],
  "with its SQL in a file": () => ({
    exports: [orders, martWith({ columns, sql: sqlFile("a.sql") })],
    files: { "a.sql": "select id, day from stg_orders" },
  }),
};
