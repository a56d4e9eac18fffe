import { external, mart, pg, postgres, secret, seed, sql, t } from "odp";
import { orders } from "../shop.ts";

const pair = (
  from: ReturnType<typeof pg.text> | ReturnType<typeof pg.bigint> | ReturnType<typeof pg.boolean>,
  to: typeof from,
) => [
  postgres("crm", {
    connection: secret("crm"),
    tables: {
      people: { id: to.primaryKey() },
      teams: { id: pg.bigint().primaryKey(), lead: from.references("people.id") },
    },
  }),
];

export const variants = {
  "a number to a text": () => pair(pg.bigint(), pg.text()),
  "a boolean to a number": () => pair(pg.boolean(), pg.bigint()),
  "a varchar to a uuid": () => pair(pg.varchar(36), pg.uuid()),
  "a model to a model": () => [
    orders,
    mart("paid", {
      columns: { id: t.varchar().references("stg_orders.id") },
      grain: ["id"],
      sql: sql`select cast(o.id as varchar) as id from ${orders} as o`,
    }),
  ],
  "a seed to an external": () => {
    const people = external("people", {
      schema: "hr",
      columns: { id: t.uuid() },
      landedBy: "hr",
      freshWithin: "1d",
    });
    return [
      seed("teams", {
        columns: { lead: t.bigint().references("people.id") },
        grain: ["lead"],
        rows: [{ lead: 1 }],
      }),
      mart("all_people", {
        columns: { id: t.uuid() },
        grain: ["id"],
        sql: sql`select p.id from ${people} as p`,
      }),
    ];
  },
};
