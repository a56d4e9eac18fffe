import { defineConfig } from "odp";
import type { Duration } from "../../../../dsl/values.ts";
import { shop } from "../shop.ts";

const kept = (keepSnapshots: Duration) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", maintenance: { keepSnapshots } }),
});

export const variants = {
  hours: kept("167h"),
  minutes: kept("10079m"),
  seconds: kept("1s"),
  days: kept("6d"),
  fractions: kept("6.9d"),
};
