import { external, mart, seed, sql, staging, t } from "odp";
import { orders } from "../shop.ts";

const columns = { id: t.bigint() };
const outside = (name: string) =>
  external(name, { schema: "other", columns, landedBy: "others", freshWithin: "1d" });
const inside = (name: string) =>
  mart(name, { columns, grain: ["id"], sql: sql`select o.id from ${orders} as o` });
const values = (name: string) => seed(name, { columns, grain: ["id"], rows: [{ id: 1 }] });

export const variants = {
  "a model and an external": () => [inside("people"), outside("people")],
  "a seed and an external": () => [values("people"), outside("people")],
  "a model that reads an external of its name": () => [
    staging("people", { columns, grain: ["id"], sql: sql`select p.id from ${outside("people")} as p` }),
  ],
  "a seed and a model of a loop": () =>
    ["countries", "people"].flatMap((name) => [values(name), inside(name === "people" ? name : "others")]),
  "an external with the name of a captured table": () => [orders, outside("shop.orders")],
};
