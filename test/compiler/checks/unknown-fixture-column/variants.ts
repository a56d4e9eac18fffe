import { given, sql, unitTest } from "odp";
import { martWith, seedWith } from "../models.ts";
import { orders, shop } from "../shop.ts";

const expecting = (row: Readonly<Record<string, string>>) =>
  martWith({ unitTests: [unitTest("works", { given: [given(orders, [])], expect: [row] })] });

export const variants = {
  "in what is expected": () => [expecting({ uid: "1" })],
  "in capitals": () => [expecting({ ID: "1" })],
  "in the second row": () => [
    martWith({
      unitTests: [
        unitTest("works", { given: [given(orders, [{ id: 1 }, { uid: 2 } as object])], expect: [] }),
      ],
    }),
  ],
  "of another face": () => [
    martWith({
      sql: sql`select o.id, date '2026-01-01' as day, o.status from ${shop.orders} as o`,
      unitTests: [
        unitTest("works", { given: [given(shop.orders, [{ _is_current: true } as object])], expect: [] }),
      ],
    }),
  ],
  "of a seed": () => {
    const countries = seedWith({});
    return [
      martWith({
        sql: sql`select 1 as id, c.since as day, c.code as status from ${countries} as c`,
        unitTests: [unitTest("works", { given: [given(countries, [{ cod: "KE" } as object])], expect: [] })],
      }),
    ];
  },
};
