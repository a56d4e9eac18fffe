import { seconds } from "../../graph/config.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { durations } from "../support/durations.ts";

/** A text that is no length of time. */
export const malformedDuration = check({
  code: "ODP7004",
  slug: "malformed-duration",
  severity: "error",
  explain: explanation({
    what: "A duration is no number with one of the units `s`, `m`, `h`, `d`, or it is zero.",
    why: "Durations become timeouts, retentions and commit intervals of five systems. One that cannot be read would leave the setting at some default that nobody chose.",
    mend: 'Write `"90s"`, `"15m"`, `"3h"` or `"2d"`.',
    bad: `freshWithin: "3 hours"`,
    good: `freshWithin: "3h"`,
  }),
  run: (graph, report) => {
    const { maintenance, mark } = graph.config;
    const help = 'write a number and a unit: `"90s"`, `"15m"`, `"3h"` or `"2d"`';
    if (!(maintenance.keepSnapshotsSeconds > 0))
      report({
        at: markAt(mark, "maintenance", "keepSnapshots"),
        message: "`maintenance.keepSnapshots` is no length of time",
        help,
      });
    for (const { owner, property, text, at } of durations(graph))
      if (!(seconds(text) > 0))
        report({
          at,
          message: `\`${property}\` of \`${owner}\` is \`${text}\`, which is no length of time`,
          help,
        });
  },
});
