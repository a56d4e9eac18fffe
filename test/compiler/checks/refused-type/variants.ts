import { pg, t } from "odp";
import { invoicesOf, ordersWith } from "../table.ts";

export const variants = {
  "numeric without precision": () => ordersWith({ price: pg.other("numeric") }),
  "numeric of 50 digits": () => ordersWith({ price: pg.numeric(50, 2) }),
  "an array of arrays": () => ordersWith({ board: pg.array(pg.array(pg.integer())) }),
  "an array of a domain": () => ordersWith({ mails: pg.array(pg.domain("mail", pg.text())) }),
  "an unknown type": () => ordersWith({ place: pg.other("my_type") }),
  "a type of Trino": () => ordersWith({ total: t.decimal(12, 2) }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), at: pg.other("pg_lsn") }),
};
