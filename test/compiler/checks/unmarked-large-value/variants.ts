import { pg } from "odp";
import { invoicesOf, ordersOf, ordersWith } from "../table.ts";

const lossless = { allowLoss: ["nan", "infinity", "dimensions", "midnight", "bit-length"] };

export const variants = {
  "an array of instants": () => ordersWith({ seen: pg.array(pg.timestamptz()) }, lossless),
  "an array of booleans": () => ordersWith({ flags: pg.array(pg.boolean()) }, lossless),
  "an array of bytes": () => ordersWith({ blobs: pg.array(pg.bytea()) }, lossless),
  "long bit strings": () => ordersWith({ bits: pg.varbit(4096) }, lossless),
  "with the default identity written out": () =>
    ordersOf({ id: pg.bigint().primaryKey(), flags: pg.array(pg.boolean()) }, { identity: "default" }),
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), at: pg.array(pg.time()) }),
};
