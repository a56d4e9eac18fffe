import { type ConfigSpec, defineConfig } from "odp";
import { daily, shop } from "../shop.ts";

const versions = { icebergSink: "1.12.0" } as const;
const project = (more: Partial<ConfigSpec>) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", versions, ...more }),
});

export const variants = {
  "by the default warehouse": project({}),
  "a bucket alone": project({ warehouse: "gs://bucket" }),
  "with a REST catalog": project({ warehouse: "gs://bucket/w", catalogKind: "rest" }),
  "with other versions": project({ warehouse: "gs://bucket/w", versions: { ...versions, postgres: 17 } }),
  "in a project with models": () => ({
    exports: [daily],
    config: defineConfig({ project: "demo", warehouse: "gs://bucket/w", versions }),
  }),
};
