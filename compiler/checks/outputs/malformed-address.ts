import type { Mark } from "../../diagnostics/mark.ts";
import { type Graph, nodesOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** What mail servers take in practice: one `@`, a domain with a point, no blanks, no list in one text. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** A text that is no e-mail address. */
export const malformedAddress = check({
  code: "ODP5008",
  slug: "malformed-address",
  severity: "error",
  explain: explanation({
    what: "A recipient of a report or of an alert is no e-mail address.",
    why: "The mail server refuses it when the mail is sent, and with one wrong recipient some servers refuse the mail for all. A wrong address in an alert is found on the night on which it is needed.",
    mend: 'Write one address an item: `"sales@example.com"`.',
    bad: `email({ to: ["sales@example.com, ceo@example.com"], ... })`,
    good: `email({ to: ["sales@example.com", "ceo@example.com"], ... })`,
  }),
  run: (graph, report) => {
    for (const { address, owner, at } of addresses(graph)) {
      if (ADDRESS.test(address)) continue;
      const isList = /[,;]/.test(address);
      report({
        at,
        message: `${owner} has the recipient \`${address}\`, which is no e-mail address`,
        help: isList ? "write one address an item" : "write it as `name@example.com`",
      });
    }
  },
});

function addresses(
  graph: Graph,
): readonly { readonly address: string; readonly owner: string; readonly at: Mark }[] {
  const { alerts, mark } = graph.config;
  return [
    ...(alerts?.email ?? []).map((address, index) => ({
      address,
      owner: "`alerts`",
      at: markAt(mark, "alerts", "email", index),
    })),
    ...(alerts?.from == null
      ? []
      : [{ address: alerts.from, owner: "`alerts.from`", at: markAt(mark, "alerts", "from") }]),
    ...nodesOf(graph, "report").flatMap((node) =>
      (node.declaration.spec.to ?? []).flatMap((delivery) =>
        delivery.kind !== "email"
          ? []
          : [
              ...(delivery.to ?? []).map((address, index) => ({
                address,
                owner: `the report \`${node.name}\``,
                at: { kind: "site" as const, site: delivery.site, path: ["to", index] },
              })),
              ...(delivery.from === undefined
                ? []
                : [
                    {
                      // `Reports <reports@example.com>` names the sender too.
                      address: /^[^<>\r\n]* <([^<>]*)>$/.exec(delivery.from)?.[1] ?? delivery.from,
                      owner: `\`from\` of the report \`${node.name}\``,
                      at: { kind: "site" as const, site: delivery.site, path: ["from"] },
                    },
                  ]),
            ],
      ),
    ),
    ...nodesOf(graph, "pipeline").flatMap((node) =>
      (node.declaration.spec.alerts ?? []).flatMap((alert, which) =>
        (alert.email ?? []).map((address, index) => ({
          address,
          owner: `an alert of \`${node.name}\``,
          at: markAt(node.mark, "alerts", which, "email", index),
        })),
      ),
    ),
  ];
}
