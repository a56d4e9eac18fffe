import { intermediate, mart, model, sql, sqlFile, t } from "odp";
import { orders } from "../shop.ts";

const columns = { id: t.bigint() };
type Made = typeof orders;
const chain = (length: number, make: (name: string, input: Made) => unknown) => {
  let last = orders;
  for (let index = 0; index < length; index++) last = make(`v${index}`, last) as Made;
  return last;
};

export const variants = {
  "of a loop": () => [
    chain(5, (name, input) =>
      intermediate(name, { columns, grain: ["id"], sql: sql`select i.id from ${input} as i` }),
    ),
  ],
  "marts that are views": () => [
    chain(5, (name, input) =>
      mart(name, { columns, grain: ["id"], materialize: "view", sql: sql`select i.id from ${input} as i` }),
    ),
  ],
  "models that are views": () => [
    chain(6, (name, input) =>
      model(name, { columns, grain: ["id"], materialize: "view", sql: sql`select i.id from ${input} as i` }),
    ),
  ],
  "behind common table expressions": () => [
    chain(5, (name, input) =>
      intermediate(name, {
        columns,
        grain: ["id"],
        sql: sql`with x as (select i.id from ${input} as i) select x.id from x`,
      }),
    ),
  ],
  "in files": () => {
    const names = ["stg_orders", "a", "b", "c", "d", "e"];
    return {
      exports: [
        orders,
        ...names
          .slice(1)
          .map((name) => intermediate(name, { columns, grain: ["id"], sql: sqlFile(`${name}.sql`) })),
      ],
      files: Object.fromEntries(
        names.slice(1).map((name, index) => [`${name}.sql`, `select id from ${names[index]}`]),
      ),
    };
  },
};
