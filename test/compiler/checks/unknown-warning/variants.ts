import { defineConfig } from "odp";
import { martWith } from "../models.ts";
import { daily } from "../shop.ts";

const off = (slug: string) => () => ({
  exports: [daily],
  config: defineConfig({ project: "demo", off: [slug] }),
});

export const variants = {
  "misspelt in the configuration": off("unused-declarations"),
  "an error in the configuration": off("keyless-table"),
  "an error in a model": () => [martWith({ allow: { "unknown-column": "it is there" } })],
  "without a reason": () => [martWith({ allow: { "many-joins": "" } })],
  "with a blank reason": () => [martWith({ allow: { "starred-source": "  " } })],
  "in capitals": off("Skipped-Hour"),
};
