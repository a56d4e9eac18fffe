import { pg, t } from "odp";
import { invoicesOf, ordersWith } from "../table.ts";

export const variants = {
  midnight: () => ordersWith({ opens: pg.time() }),
  padding: () => ordersWith({ code: pg.char(3) }),
  "an array": () => ordersWith({ tags: pg.array(pg.text()) }),
  "in a domain": () => ordersWith({ born: pg.domain("birthday", pg.date()) }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), at: pg.timestamptz() }),
  "another loss is allowed": () =>
    ordersWith({ price: pg.numeric({ as: t.decimal(38, 9) }).allowLoss("nan", "infinity") }),
  "allowed for another column": () => ordersWith({ a: pg.citext().allowLoss("case"), b: pg.citext() }),
};
