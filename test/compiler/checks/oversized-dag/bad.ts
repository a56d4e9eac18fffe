import { cron, mart, pipeline, sql, t } from "odp";
import { orders } from "../shop.ts";

const countries = Array.from({ length: 260 }, (_, index) =>
  mart(`country_${index}`, {
    columns: { id: t.bigint() },
    grain: ["id"],
    takes: "1m",
    sql: sql`select o.id from ${orders} as o where o.id = ${index}`,
  }),
);

export default pipeline("countries", {
  owner: "data@example.com",
  schedule: cron("0 6 * * *", { zone: "UTC" }),
  granularity: "model",
  outputs: countries,
});
