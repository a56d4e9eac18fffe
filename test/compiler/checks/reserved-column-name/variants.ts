import { pg } from "odp";
import { invoicesOf, ordersWith } from "../table.ts";

export const variants = {
  "a column of history": () => ordersWith({ _valid_from: pg.text() }),
  "Debezium's mark": () => ordersWith({ __deleted: pg.boolean() }),
  "a field of the change": () => ordersWith({ _cdc_op: pg.text() }),
  "a field of the sink": () => ordersWith({ _kafka_offset: pg.bigint() }),
  "the tombstone's mark": () => ordersWith({ _is_deleted: pg.boolean() }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), _is_current: pg.boolean() }),
};
