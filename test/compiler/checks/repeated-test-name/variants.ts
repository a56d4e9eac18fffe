import { given, sql, test, unitTest } from "odp";
import { martWith, seedWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "of a row and of the table": () => [
    martWith({
      tests: [
        test.row("valid", "id > 0"),
        test.table("valid", sql`select o.id from ${orders} as o where false`),
      ],
    }),
  ],
  "that differ in a blank": () => [
    martWith({ tests: [test.row("is valid", "id > 0"), test.row("is_valid", "id < 5")] }),
  ],
  "that differ in capitals": () => [
    martWith({ tests: [test.row("valid", "id > 0"), test.row("Valid", "id < 5")] }),
  ],
  "unit tests": () => [
    martWith({
      unitTests: [1, 2].map((id) =>
        unitTest("works", { given: [given(orders, [{ id }])], expect: [{ id }] }),
      ),
    }),
  ],
  "of a seed": () => [
    seedWith({ tests: ["code is not null", "people > 0"].map((condition) => test.row("valid", condition)) }),
  ],
};
