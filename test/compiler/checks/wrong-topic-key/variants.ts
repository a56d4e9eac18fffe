import { defineConfig } from "odp";
import type { Raw } from "../../../../dsl/values.ts";
import { shop } from "../shop.ts";

const topic = (raw: Raw) => () => ({
  exports: [shop],
  config: defineConfig({ project: "demo", kafka: { topic: raw } }),
});

export const variants = {
  misspelt: topic({ "retension.ms": 1 }),
  "both policies": topic({ "cleanup.policy": "compact,delete" }),
  "a wrong value": topic({ "segment.bytes": "many" }),
  "no choice": topic({ "compression.type": "rar" }),
  unknown: topic({ "my.key": 1 }),
  "compaction with a reason": topic({ "cleanup.policy": { value: "compact", reason: "saves space" } }),
};
