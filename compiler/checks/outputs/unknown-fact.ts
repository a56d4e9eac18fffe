import type { Delivery } from "../../../dsl/report.ts";
import { nodesOf } from "../../graph/graph.ts";
import { suggest } from "../../text/suggest.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** What every message knows; `factsOf` of the action that delivers fills them in. */
const FACTS = ["title", "report", "period", "periodStart", "periodEnd", "asOf", "rows", "link"];

/** A word in braces that stands for nothing. */
export const unknownFact = check({
  code: "ODP5051",
  slug: "unknown-fact",
  severity: "error",
  explain: explanation({
    what: "Subject or body of a mail has a word in braces that is no fact of the report and no value of `with`.",
    why: "It would be sent as it stands: `Revenue of {perod}`.",
    mend: "Name `{title}`, `{report}`, `{period}`, `{periodStart}`, `{periodEnd}`, `{asOf}`, `{rows}`, `{link}`, or a value of `with`.",
    bad: 'email({ to, via, subject: "Revenue of {day}" })',
    good: 'email({ to, via, subject: "Revenue of {period}" })',
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "report"))
      for (const delivery of node.declaration.spec.to ?? [])
        for (const { option, name } of wordsIn(delivery)) {
          const known = [...FACTS, ...Object.keys(delivery.with ?? {})];
          if (known.includes(name)) continue;
          const meant = suggest(name, known);
          report({
            at: { kind: "site", site: delivery.site, path: [option] },
            message: `\`{${name}}\` in a mail of \`${node.name}\` stands for nothing`,
            help:
              meant === undefined
                ? `there are ${known.map((each) => `\`{${each}}\``).join(", ")}`
                : `did you mean \`{${meant}}\`?`,
          });
        }
  },
});

function wordsIn(delivery: Delivery): readonly { readonly option: string; readonly name: string }[] {
  if (delivery.kind !== "email") return [];
  return (["subject", "body"] as const).flatMap((option) =>
    [...(delivery[option] ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({ option, name })),
  );
}
