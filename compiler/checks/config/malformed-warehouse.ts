import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A warehouse that Trino and the sink cannot reach. */
export const malformedWarehouse = check({
  code: "ODP7006",
  slug: "malformed-warehouse",
  severity: "error",
  explain: explanation({
    what: "`warehouse` is neither `gs://bucket/path` nor `file:///path`.",
    why: "Trino 476 and the Iceberg sink are configured for one of these file systems. With another scheme the sink starts, stays RUNNING and fails at its first commit; a `file:` address with two slashes names a host.",
    mend: "Write the bucket and a path, or an absolute path with three slashes.",
    bad: `defineConfig({ warehouse: "bucket/warehouse", ... })`,
    good: `defineConfig({ warehouse: "gs://bucket/warehouse", ... })`,
  }),
  run: (graph, report) => {
    const { warehouse, mark } = graph.config;
    if (/^gs:\/\/[a-zA-Z0-9][\w.-]+(?:\/[^\s]*)?$/.test(warehouse) || /^file:\/\/\/[^\s]+$/.test(warehouse))
      return;
    report({
      at: markAt(mark, "warehouse"),
      message: `the warehouse is \`${warehouse}\`, which is neither a bucket nor a path of one machine`,
      help: "write `gs://bucket/path`, or `file:///path`",
    });
  },
});
