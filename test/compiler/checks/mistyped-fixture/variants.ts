import { given, sql, unitTest } from "odp";
import type { FixtureRow } from "../../../../dsl/test.ts";
import { martWith } from "../models.ts";
import { orders, shop } from "../shop.ts";

const giving = (row: FixtureRow) => () => [
  martWith({ unitTests: [unitTest("works", { given: [given(orders, [row as object])], expect: [] })] }),
];

export const variants = {
  "a text for a number": giving({ total: "much" }),
  "a fraction for a whole number": giving({ id: 1.5 }),
  "a number for a text": giving({ status: 1 }),
  "a day that there is not": giving({ day: "2026-02-30" }),
  "no instant": giving({ created_at: "yesterday" }),
  "no uuid": giving({ customer_id: "42" }),
  "in what is expected": () => [
    martWith({ unitTests: [unitTest("works", { given: [given(orders, [])], expect: [{ id: "one" }] })] }),
  ],
  "of a captured table": () => [
    martWith({
      sql: sql`select o.id, date '2026-01-01' as day, o.status from ${shop.orders} as o`,
      unitTests: [unitTest("works", { given: [given(shop.orders, [{ total: true }])], expect: [] })],
    }),
  ],
};
