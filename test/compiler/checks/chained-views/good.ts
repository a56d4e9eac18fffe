import { intermediate, mart, sql, t } from "odp";
import { orders } from "../shop.ts";

const columns = { id: t.bigint() };
const one = intermediate("int_1", { columns, grain: ["id"], sql: sql`select o.id from ${orders} as o` });
const two = intermediate("int_2", { columns, grain: ["id"], sql: sql`select o.id from ${one} as o` });
const three = intermediate("int_3", {
  columns,
  grain: ["id"],
  materialize: "table",
  sql: sql`select o.id from ${two} as o`,
});
const four = intermediate("int_4", { columns, grain: ["id"], sql: sql`select o.id from ${three} as o` });
const five = intermediate("int_5", { columns, grain: ["id"], sql: sql`select o.id from ${four} as o` });

export const shown = mart("shown", { columns, grain: ["id"], sql: sql`select o.id from ${five} as o` });
