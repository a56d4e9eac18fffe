import { test } from "odp";
import { martWith, seedWith } from "../models.ts";

const count = (min: number, max?: number) => () => [
  martWith({ tests: [test.rowCount({ min, ...(max === undefined ? {} : { max }) })] }),
];

export const variants = {
  "no limit": () => [martWith({ tests: [test.rowCount({})] })],
  "a fraction": count(1.5),
  negative: count(-1),
  "no number": count(Number.NaN),
  "of a seed": () => [seedWith({ tests: [test.rowCount({ min: 3, max: 2 })] })],
  "the second of two": () => [
    martWith({ tests: [test.rowCount({ min: 1 }), test.rowCount({ min: 5, max: 4 })] }),
  ],
};
