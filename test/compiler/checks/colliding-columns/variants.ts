import { external, mart, pg, seed, sql, t } from "odp";
import { orders } from "../shop.ts";
import { invoicesOf, ordersWith } from "../table.ts";

const columns = { id: t.bigint(), ID: t.bigint() };

export const variants = {
  "in a further schema": () => invoicesOf({ id: pg.bigint().primaryKey(), Id: pg.bigint() }),
  three: () => ordersWith({ a: pg.text(), A: pg.text(), b: pg.text(), B: pg.text() }),
  "in a model": () => [
    mart("both", { columns, grain: ["id"], sql: sql`select o.id, o.id as "ID" from ${orders} as o` }),
  ],
  "in a seed": () => [seed("both", { columns, grain: ["id"], rows: [{ id: 1, ID: 2 }] })],
  "in an external": () => {
    const outside = external("both", { schema: "x", columns, landedBy: "x", freshWithin: "1d" });
    return [
      mart("read", {
        columns: { id: t.bigint() },
        grain: ["id"],
        sql: sql`select b.id from ${outside} as b`,
      }),
    ];
  },
};
