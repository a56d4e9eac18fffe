import { incremental, intermediate, mart, sql, t } from "odp";
import type { Recompute } from "../../../../dsl/materialization.ts";
import type { Relation } from "../../../../dsl/relation.ts";
import type { Sql } from "../../../../dsl/sql.ts";
import { orders } from "../shop.ts";

const columns = { day: t.date(), total: t.decimal(38, 2) };

const byDay = (name: string, recompute: Recompute, query: Sql) =>
  mart(name, { columns, grain: ["day"], materialize: incremental({ period: "day", recompute }), sql: query });

const daily = (recompute: Recompute) =>
  byDay("daily", recompute, sql`select o.day, sum(o.total) as total from ${orders} as o group by 1`);

const reading = (relation: Relation) => sql`select d.day, d.total from ${relation} as d`;

export const variants = {
  months: () => {
    const behind = daily("2 months");
    return [behind, byDay("highest", "59 days", reading(behind))];
  },
  "through a view": () => {
    const behind = daily("30 days");
    const view = intermediate("int_daily", { columns, grain: ["day"], sql: reading(behind) });
    return [behind, byDay("highest", "7 days", reading(view))];
  },
  "through a table": () => {
    const behind = daily("30 days");
    const table = mart("whole", { columns, grain: ["day"], sql: reading(behind) });
    return [behind, byDay("highest", "7 days", reading(table))];
  },
  "in a common table": () => {
    const behind = daily("30 days");
    return [
      behind,
      byDay("highest", "7 days", sql`with d as (select day, total from ${behind}) select day, total from d`),
    ];
  },
  "beside others in a join": () => {
    const behind = daily("30 days");
    return [
      behind,
      byDay(
        "highest",
        "7 days",
        sql`select o.day, max(d.total) as total from ${orders} as o join ${behind} as d on d.day = o.day group by 1`,
      ),
    ];
  },
  "the second of a chain": () => {
    const behind = daily("30 days");
    const second = byDay("second", "30 days", reading(behind));
    return [behind, second, byDay("third", "29 days", reading(second))];
  },
};
