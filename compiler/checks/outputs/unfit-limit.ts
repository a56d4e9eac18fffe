import { seconds } from "../../graph/config.ts";
import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A sheet of ECMA-376 has 1,048,576 rows, and the first holds the names. */
const SHEET = 1_048_575;
/** Mail servers take 25 MB as a rule; an attachment grows by a third on its way. */
const ATTACHMENT = 20;

/** A limit beyond what a sheet, a mail or OpenWhisk can hold. */
export const unfitLimit = check({
  code: "ODP5052",
  slug: "unfit-limit",
  severity: "error",
  explain: explanation({
    what: "`rowLimit`, `sizeLimitMegabytes`, `memoryMegabytes` or `timeout` is beyond what the file, the mail or OpenWhisk can hold.",
    why: "A sheet has 1,048,576 rows at most and opens damaged with more. Mail servers refuse mails above 25 MB. OpenWhisk refuses an action with less than 128 or more than 512 MB of memory (`requirement failed: memory size 513 MB exceeds allowed threshold of 512 MB`), or a timeout above five minutes.",
    mend: "Stay below the limit, or attach CSV, which has no limit of rows.",
    bad: 'report("all", { attach: "xlsx", rowLimit: 2_000_000, ... })',
    good: 'report("all", { attach: "csv", rowLimit: 2_000_000, ... })',
  }),
  run: (graph, report) => {
    for (const { name, mark, declaration } of nodesOf(graph, "report")) {
      const { attach, rowLimit = 0, sizeLimitMegabytes = 0 } = declaration.spec;
      if (attach === "xlsx" && rowLimit > SHEET)
        report({
          at: markAt(mark, "rowLimit"),
          message: `the report \`${name}\` may have ${rowLimit} rows, a sheet holds ${SHEET}`,
          help: 'use `attach: "csv"`, or a smaller `rowLimit`',
        });
      if (sizeLimitMegabytes > ATTACHMENT)
        report({
          at: markAt(mark, "sizeLimitMegabytes"),
          message: `the report \`${name}\` may attach ${sizeLimitMegabytes} MB, which mail servers refuse`,
          help: `${ATTACHMENT} at most; what is larger goes as a link`,
        });
    }
    for (const { name, mark, declaration } of nodesOf(graph, "action")) {
      const { memoryMegabytes = 256, timeout = "60s" } = declaration.spec;
      if (memoryMegabytes < 128 || memoryMegabytes > 512)
        report({
          at: markAt(mark, "memoryMegabytes"),
          message: `the action \`${name}\` asks for ${memoryMegabytes} MB of memory; OpenWhisk gives 128 to 512`,
          help: "use a number between 128 and 512",
        });
      if (seconds(timeout) > 300)
        report({
          at: markAt(mark, "timeout"),
          message: `the action \`${name}\` may run for \`${timeout}\`; OpenWhisk ends it after five minutes`,
          help: 'use `"5m"` at most, or a `step` in Airflow',
        });
    }
  },
});
