import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durationWords } from "../support/words.ts";

const FLOOR_SECONDS = 7 * 86_400;

/** Snapshots that expire before the systems allow it, or before their readers are done. */
export const shortSnapshotRetention = check({
  code: "ODP7001",
  slug: "short-snapshot-retention",
  severity: "error",
  explain: explanation({
    what: "`maintenance.keepSnapshots` is shorter than seven days.",
    why: "Trino refuses to expire younger snapshots (`Retention specified .. is shorter than the minimum retention configured in the system (7.00d)`), so the maintenance DAG would fail each night. And the sink finds where it stopped in the snapshots' properties, for as long as its control topic keeps its commits, seven days: without the snapshot it would start from the beginning.",
    mend: "Keep snapshots for at least seven days; 15 days is the default.",
    bad: `maintenance: { keepSnapshots: "3d" }`,
    good: `maintenance: { keepSnapshots: "15d" }`,
  }),
  run: (graph, report) => {
    const { maintenance, mark } = graph.config;
    if (!(maintenance.keepSnapshotsSeconds < FLOOR_SECONDS)) return;
    report({
      at: markAt(mark, "maintenance", "keepSnapshots"),
      message: `snapshots are kept for ${durationWords(maintenance.keepSnapshotsSeconds)}, but Trino expires none that is younger than 7 d`,
      help: 'keep them for at least `"7d"`',
    });
  },
});
