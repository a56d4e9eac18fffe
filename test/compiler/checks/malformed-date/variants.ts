import { type ConfigSpec, defineConfig } from "odp";
import { shop } from "../shop.ts";

const project = (more: Partial<ConfigSpec>) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", ...more }),
});

export const variants = {
  "a day that there is not": project({ startDate: "2026-02-30" }),
  "with a time": project({ startDate: "2026-01-01T00:00:00Z" }),
  "a word": project({ startDate: "yesterday" }),
  "an hour that there is not": project({ maintenance: { at: "24:00" } }),
  "a time with a word": project({ maintenance: { at: "2am" } }),
  "a cron expression": project({ maintenance: { at: "30 2 * * *" } }),
};
