import { chart, dashboard, mart, metric, sql, t } from "odp";
import { daily, orders } from "../shop.ts";

const board = dashboard("sales", {
  title: "Sales",
  rows: [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]],
});
const model = (hole: unknown) => [
  // The type check refuses all of these.
  mart("paid", {
    columns: { id: t.bigint() },
    grain: ["id"],
    sql: sql`select o.id from ${orders} as o where o.id = ${hole as string}`,
  }),
];

export const variants = {
  "a date": () => model(new Date(0)),
  "a dashboard": () => model(board),
  "a list with null": () => model(["a", null]),
  null: () => model(null),
  "a function": () => model(() => 1),
  "inside a nested template": () => [
    mart("paid", {
      columns: { id: t.bigint() },
      grain: ["id"],
      sql: sql`select o.id from ${orders} as o where ${sql`o.id = ${undefined as unknown as string}`}`,
    }),
  ],
};
