import { nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A report that goes to nobody. */
export const missingRecipient = check({
  code: "ODP5007",
  slug: "missing-recipient",
  severity: "error",
  explain: explanation({
    what: "A report has no delivery, or an e-mail has no recipient.",
    why: "Its query would run on time and its rows would go nowhere.",
    mend: 'Name who gets it: `to: [email({ to: ["sales@example.com"], via: secret("smtp") })]`, `webhook(..)` or `bucket(..)`.',
    bad: `report("mail", { to: [], ... })`,
    good: `report("mail", { to: [email({ to: ["sales@example.com"], via: secret("smtp") })], ... })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "report")) {
      const deliveries = node.declaration.spec.to ?? [];
      const help =
        'name who gets it, for example `email({ to: ["sales@example.com"], via: secret("smtp") })`';
      if (deliveries.length === 0)
        report({ at: markAt(node.mark, "to"), message: `the report \`${node.name}\` goes to nobody`, help });
      for (const delivery of deliveries)
        if (delivery.kind === "email" && (delivery.to ?? []).length === 0)
          report({
            at: { kind: "site", site: delivery.site, path: ["to"] },
            message: `an e-mail of the report \`${node.name}\` has no recipient`,
            help,
          });
    }
  },
});
