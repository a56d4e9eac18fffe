import { pg } from "odp";
import { invoicesOf, ordersOf, ordersWith } from "../table.ts";

export const variants = {
  "a blank": () => ordersWith({ "customer id": pg.bigint() }),
  "a letter of another script": () => ordersWith({ größe: pg.bigint() }),
  "a hyphen": () => ordersWith({ "customer-id": pg.bigint() }),
  "a digit first": () => ordersWith({ "2nd": pg.bigint() }),
  "the key": () => ordersOf({ ID: pg.bigint().primaryKey() }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), createdAt: pg.bigint() }),
  "a name with a quote": () => ordersWith({ 'a"b': pg.text() }),
};
