import { pg } from "odp";
import { invoicesOf, ordersWith } from "../table.ts";

export const variants = {
  "on a column": () => ordersWith({ opens: pg.text().allowLoss("midnigt") }),
  "the second on a column": () => ordersWith({ opens: pg.text().allowLoss("nan", "nil") }),
  "the second of a source": () => ordersWith({}, { allowLoss: ["nan", "NaN"] }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey().allowLoss("zones") }),
  "two in one text": () => ordersWith({}, { allowLoss: ["nan, infinity"] }),
};
