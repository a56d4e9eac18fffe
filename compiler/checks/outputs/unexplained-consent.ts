import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Consent to show personal data that nobody justifies. */
export const unexplainedConsent = check({
  code: "ODP5010",
  slug: "unexplained-consent",
  severity: "error",
  explain: explanation({
    what: "`personalData` of an output allows kinds of data without a reason, or allows a kind that no column has.",
    why: "The consent is what a reviewer and an auditor read. Without a reason it says nothing; for a misspelt kind it allows nothing, or something else tomorrow.",
    mend: "Write who decided it and why; name the kinds that the columns declare with `.pii(..)`.",
    bad: `personalData: { allow: ["email"], reason: "" }`,
    good: `personalData: { allow: ["email"], reason: "support answers these customers; agreed with legal" }`,
  }),
  run: (graph, report) => {
    const kinds = new Set(
      [...graph.nodes.values()].flatMap((node) => node.columns.flatMap((column) => column.spec.pii ?? [])),
    );
    for (const node of [
      ...nodesOf(graph, "dashboard"),
      ...nodesOf(graph, "report"),
      ...nodesOf(graph, "action"),
    ]) {
      const consent = node.declaration.spec.personalData;
      if (consent === undefined) continue;
      if ((consent.reason ?? "").trim() === "")
        report({
          at: markAt(node.mark, "personalData", "reason"),
          message: `the ${node.kind} \`${node.name}\` may show personal data, but does not say why`,
          help: "write who decided it and why",
        });
      for (const [index, kind] of (consent.allow ?? []).entries())
        if (!kinds.has(kind))
          report({
            at: markAt(node.mark, "personalData", "allow", index),
            message: `the ${node.kind} \`${node.name}\` allows personal data of the kind \`${kind}\`, which no column has`,
            help: "name a kind that a column declares with `.pii(..)`",
          });
    }
  },
});
