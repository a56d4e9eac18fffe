import { cron, mart, pipeline, sql, t } from "odp";
import { orders } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });
const columns = { id: t.bigint() };

export const paid = mart("paid", { columns, grain: ["id"], sql: sql`select o.id from ${orders} as o` });
export const booked = mart("booked", { columns, grain: ["id"], sql: sql`select p.id from ${paid} as p` });
export const shown = mart("shown", { columns, grain: ["id"], sql: sql`select b.id from ${booked} as b` });

export const sales = pipeline("sales", { owner: "sales@example.com", schedule, outputs: [shown] });
export const finance = pipeline("finance", {
  owner: "finance@example.com",
  schedule,
  outputs: [booked, paid],
});
