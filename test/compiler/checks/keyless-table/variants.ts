import { pg } from "odp";
import { invoicesOf, ordersOf } from "../table.ts";

export const variants = {
  "in a further schema": () => invoicesOf({ id: pg.bigint() }),
  "with full identity": () => ordersOf({ id: pg.bigint() }, { identity: "full" }),
  "with an empty list of keys": () => ordersOf({ id: pg.bigint() }, { keys: [] }),
  "a unique column is no key": () => ordersOf({ id: pg.bigint().unique() }),
  "without columns": () => ordersOf({}),
  "columns of a loop": () => ordersOf(Object.fromEntries(["a", "b"].map((name) => [name, pg.text()]))),
};
