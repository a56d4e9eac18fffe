import { pg } from "odp";
import { ordersOf } from "../table.ts";

const columns = { code: pg.text(), name: pg.text() };

export const variants = {
  "the second": () => ordersOf(columns, { keys: ["code", "id"] }),
  "in capitals": () => ordersOf(columns, { keys: ["CODE"] }),
  "with its table": () => ordersOf(columns, { keys: ["orders.code"] }),
  "two in one text": () => ordersOf(columns, { keys: ["code, name"] }),
  "with full identity": () => ordersOf(columns, { keys: ["id"], identity: "full" }),
};
