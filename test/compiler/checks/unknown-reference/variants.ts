import { mart, pg, postgres, secret, sql, staging, t, table } from "odp";
import { orders } from "../shop.ts";

const source = (path: string) => [
  postgres("crm", {
    connection: secret("crm"),
    tables: {
      people: {
        id: pg.bigint().primaryKey(),
        boss_id: pg
          .bigint()
          .nullable()
          .references(path as "people.id"),
      },
    },
    schemas: { hr: { teams: { id: pg.bigint().primaryKey() } } },
  }),
];

export const variants = {
  "a column that is not there": () => source("people.uid"),
  "no column at all": () => source("people"),
  "a table of another source": () => source("crm.people.id"),
  "a table of another schema without its schema": () => source("teams.id"),
  "in a table with options": () => [
    postgres("crm", {
      connection: secret("crm"),
      tables: {
        people: table(
          { id: pg.bigint().primaryKey(), team: pg.bigint().references("hr.team.id") as never },
          { identity: "full" },
        ),
      },
    }),
  ],
  "in a model": () => [
    mart("paid", {
      columns: { id: t.bigint().references("orders.id") },
      grain: ["id"],
      sql: sql`select o.id from ${orders} as o`,
    }),
  ],
  "in a staging model, to a column": () => [
    orders,
    staging("paid", {
      columns: { id: t.bigint().references("stg_orders.uid") },
      grain: ["id"],
      sql: sql`select o.id from shop.orders as o`,
    }),
  ],
};
