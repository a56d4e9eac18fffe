import { pg, postgres, secret, table } from "odp";
import { ordersOf } from "../table.ts";

const full = { identity: "full", estimatedRows: 60_000_000 } as const;

export const variants = {
  "just above": () =>
    ordersOf({ id: pg.bigint().primaryKey() }, { identity: "full", estimatedRows: 50_000_001 }),
  "a billion": () => ordersOf({ id: pg.bigint().primaryKey() }, { identity: "full", estimatedRows: 1e9 }),
  "with keys": () => ordersOf({ id: pg.bigint() }, { ...full, keys: ["id"] }),
  "in a further schema": () => [
    postgres("shop", {
      connection: secret("shop_pg"),
      tables: {},
      schemas: { log: { events: table({ id: pg.bigint().primaryKey() }, full) } },
    }),
  ],
  "two of a loop": () => [
    postgres("shop", {
      connection: secret("shop_pg"),
      tables: Object.fromEntries(
        ["a", "b"].map((name) => [name, table({ id: pg.bigint().primaryKey() }, full)]),
      ),
    }),
  ],
};
