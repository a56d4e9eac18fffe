import { incremental, sqlFile } from "odp";
import { martWith } from "../models.ts";
import { daily, orders } from "../shop.ts";

const undescribed = true;

export const variants = {
  "an empty description": () => [martWith({ description: "" })],
  "a blank description": () => [martWith({ description: "  \n" })],
  "one of two": () => ({ undescribed, exports: [martWith({ description: "Paid." }), daily] }),
  incremental: () => ({
    undescribed,
    exports: [martWith({ materialize: incremental({ key: ["id"] }) as never })],
  }),
  "with its SQL in a file": () => ({
    undescribed,
    exports: [orders, martWith({ sql: sqlFile("a.sql") })],
    files: { "a.sql": "select id, day, status from stg_orders" },
  }),
};
