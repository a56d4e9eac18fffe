import { pg } from "odp";
import { invoicesOf, ordersOf, ordersWith } from "../table.ts";

export const variants = {
  "nullable after primary key": () => ordersOf({ id: pg.bigint().primaryKey().nullable() }),
  "the second column of a compound key": () =>
    ordersOf({ a: pg.bigint().primaryKey(), b: pg.bigint().primaryKey().nullable() }),
  "the second of several keys": () =>
    ordersOf({ a: pg.text(), b: pg.text().nullable() }, { keys: ["a", "b"] }),
  "in a further schema": () => invoicesOf({ id: pg.uuid().primaryKey().nullable() }),
  "beside a good key": () => ordersWith({ line: pg.integer().primaryKey().nullable() }),
  "with full identity": () => ordersOf({ a: pg.text().nullable() }, { keys: ["a"], identity: "full" }),
};
