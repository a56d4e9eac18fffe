import { pg, t } from "odp";
import { martWith, seedWith } from "../models.ts";
import { invoicesOf, ordersWith } from "../table.ts";

export const variants = {
  "a number for a text": () => [
    martWith({ columns: { id: t.bigint(), status: t.varchar().accepted("a", 2) } }),
  ],
  nothing: () => [martWith({ columns: { id: t.bigint(), status: t.varchar().accepted() } })],
  "a fraction for a whole number": () => [martWith({ columns: { id: t.bigint().accepted(1.5) } })],
  "of a captured table": () => ordersWith({ rank: pg.integer().accepted("one") }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), code: pg.text().accepted(1) }),
  "of a seed": () => [seedWith({ columns: { code: t.varchar().accepted(1) } })],
  "no date": () => [martWith({ columns: { id: t.bigint(), day: t.date().accepted("soon") } })],
};
