import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Versions that do not work together. */
export const mixedVersions = check({
  code: "ODP7007",
  slug: "mixed-versions",
  severity: "error",
  explain: explanation({
    what: "The Iceberg sink is 1.12.0, and the warehouse is on Google Cloud Storage.",
    why: "The module for Google Cloud Storage has no 1.12.0; with core 1.12.0 and that module of 1.11.0 files are written, but cannot be read back: `Incorrect length provided for file .. did not reach the end of stream` (tried).",
    mend: "Leave `versions.icebergSink` out: 1.11.0 is used throughout on a bucket.",
    bad: `defineConfig({ warehouse: "gs://bucket/warehouse", versions: { icebergSink: "1.12.0" }, ... })`,
    good: `defineConfig({ warehouse: "gs://bucket/warehouse", ... })`,
  }),
  run: (graph, report) => {
    const { warehouse, versions, mark } = graph.config;
    if (!warehouse.startsWith("gs:") || versions.icebergSink !== "1.12.0") return;
    report({
      at: markAt(mark, "versions", "icebergSink"),
      message: "the Iceberg sink 1.12.0 cannot read back what it writes to Google Cloud Storage",
      help: "leave `versions.icebergSink` out; 1.11.0 is used on a bucket",
    });
  },
});
