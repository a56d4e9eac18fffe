import { ordersWith } from "../table.ts";

const epochs: Readonly<Record<string, unknown>> = {
  negative: -1,
  fraction: 1.5,
  text: "2",
  "not a number": Number.NaN,
  huge: 10_000,
};

export const variants = Object.fromEntries(
  Object.entries(epochs).map(([name, epoch]) => [name, () => ordersWith({}, { epoch: epoch as number })]),
);
