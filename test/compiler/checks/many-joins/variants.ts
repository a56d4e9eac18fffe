import { sql, sqlFile } from "odp";
import { martWith, stagingWith } from "../models.ts";
import { orders } from "../shop.ts";

const text = (kind: string, count = 13) =>
  `select a.id from stg_orders as a ${Array.from({ length: count }, (_, index) => `${kind} stg_orders as b${index} on b${index}.id = a.id`).join("\n")}`;
const file = (sqlText: string) => () => ({
  exports: [orders, martWith({ sql: sqlFile("a.sql") })],
  files: { "a.sql": sqlText },
});

export const variants = {
  "in a file": file(text("join")),
  "left joins": file(text("left outer join")),
  "in capitals": file(text("JOIN")),
  "spread over common table expressions": file(
    `with x as (${text("join", 7)}), y as (${text("join", 7)}) select x.id from x`,
  ),
  "cross joins": file(`select a.id from stg_orders as a ${"cross join stg_orders ".repeat(13)}`),
  "in a staging model": () => [
    stagingWith({
      sql: sql`select a.id from ${orders} as a ${Array.from({ length: 13 }, () => sql` join ${orders} as o using (id)`).reduce((all, one) => sql`${all}${one}`)}`,
    }),
  ],
};
