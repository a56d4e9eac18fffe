import { mart, sql, t } from "odp";
import { orders } from "../shop.ts";

export const variants = {
  "by a literal": () => [
    mart("paid", {
      columns: { id: t.bigint(), share: t.bigint() },
      grain: ["id"],
      sql: sql`select id, id / 100 as share from ${orders}`,
    }),
  ],
  "of two counts": () => [
    mart("paid", {
      columns: { id: t.date(), share: t.bigint() },
      grain: ["id"],
      sql: sql`select day as id, count(total) / count(*) as share from ${orders} group by 1`,
    }),
  ],
  "of two sums": () => [
    mart("paid", {
      columns: { id: t.date(), share: t.bigint() },
      grain: ["id"],
      sql: sql`select day as id, sum(id) / count(*) as share from ${orders} group by 1`,
    }),
  ],
  "inside a call": () => [
    mart("paid", {
      columns: { id: t.bigint(), share: t.bigint() },
      grain: ["id"],
      sql: sql`select id, abs(id / 7) as share from ${orders}`,
    }),
  ],
  "in a common table": () => [
    mart("paid", {
      columns: { id: t.bigint(), share: t.bigint() },
      grain: ["id"],
      sql: sql`with a as (select id, id / id as share from ${orders}) select id, share from a`,
    }),
  ],
};
