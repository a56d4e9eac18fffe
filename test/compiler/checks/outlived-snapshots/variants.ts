import { defineConfig } from "odp";
import type { Duration } from "../../../../dsl/values.ts";
import { ordersWith } from "../table.ts";

const outage = (longestOutage: Duration, keepSnapshots?: Duration) => () => ({
  exports: ordersWith({}, { retention: "90d", longestOutage }),
  config: defineConfig({
    project: "demo",
    maintenance: keepSnapshots === undefined ? {} : { keepSnapshots },
  }),
});

export const variants = {
  "the default of the snapshots": outage("15d"),
  "without the day to catch up": outage("10d", "10d"),
  hours: outage("240h", "263h"),
  "an outage just over a week": outage("7d", "7d"),
  weeks: outage("60d", "30d"),
};
