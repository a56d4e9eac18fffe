import { changes, external, mart, pg, postgres, secret, seed, sql, t } from "odp";
import { orders, shop } from "../shop.ts";

const keyed = { id: pg.bigint().primaryKey() };
const columns = { id: t.bigint() };
const outside = (schema: string, table: string, more = {}) =>
  external("outside", { schema, table, columns, landedBy: "others", freshWithin: "1d", ...more });
const reading = (relation: ReturnType<typeof outside>) =>
  mart("reading", { columns, grain: ["id"], sql: sql`select o.id from ${relation} as o` });

export const variants = {
  "a schema in the name": () => [
    postgres("crm", {
      connection: secret("db"),
      tables: { billing_invoices: keyed },
      schemas: { billing: { invoices: keyed } },
    }),
  ],
  "two further schemas": () => [
    postgres("crm", {
      connection: secret("db"),
      tables: {},
      schemas: { a: { b_c: keyed }, a_b: { c: keyed } },
    }),
  ],
  changes: () => {
    const crm = postgres("crm", {
      connection: secret("db"),
      tables: { people: keyed, people_changes: keyed },
    });
    return [
      crm,
      mart("log", { columns, grain: ["id"], sql: sql`select c.id from ${changes(crm.people)} as c` }),
    ];
  },
  "an external on a mart": () => [orders, reading(outside("staging", "stg_orders"))],
  "an external on a captured table, with its catalog": () => [
    shop,
    reading(outside("shop", "orders", { catalog: "lake" })),
  ],
  "an external on a seed": () => [
    seed("targets", { columns, grain: ["id"], rows: [{ id: 1 }] }),
    reading(outside("SEEDS", "targets")),
  ],
};
