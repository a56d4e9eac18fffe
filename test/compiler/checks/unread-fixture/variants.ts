import { given, history, sql, sqlFile, test, unitTest } from "odp";
import type { Given } from "../../../../dsl/test.ts";
import { martWith, seedWith } from "../models.ts";
import { daily, orders, shop } from "../shop.ts";

const tested = (...all: readonly Given[]) =>
  martWith({ unitTests: [unitTest("works", { given: all, expect: [] })] });

export const variants = {
  "what the model's input reads": () => [tested(given(shop.orders, []))],
  "another face": () => [
    martWith({
      sql: sql`select h.id, date '2026-01-01' as day, h.status from ${history(shop.orders)} as h`,
      unitTests: [unitTest("works", { given: [given(shop.orders, [])], expect: [] })],
    }),
  ],
  "what only a test reads": () => [
    daily,
    martWith({
      tests: [test.table("none", sql`select d.day from ${daily} as d where false`)],
      unitTests: [unitTest("works", { given: [given(daily, [])], expect: [] })],
    }),
  ],
  "a seed": () => [seedWith({}), tested(given(seedWith({}), []))],
  "nothing that is a relation": () => [tested({ relation: "orders", rows: [] })],
  "with its SQL in a file": () => ({
    exports: [
      orders,
      daily,
      martWith({
        sql: sqlFile("a.sql"),
        unitTests: [unitTest("works", { given: [given(daily, [])], expect: [] })],
      }),
    ],
    files: { "a.sql": "select id, day, status from stg_orders" },
  }),
};
