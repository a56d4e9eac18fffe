import type { Site } from "../../../dsl/site.ts";
import { nodesOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** Two tests of one model under one name. */
export const repeatedTestName = check({
  code: "ODP4029",
  slug: "repeated-test-name",
  severity: "error",
  explain: explanation({
    what: "Two tests, or two unit tests, of one model have the same name.",
    why: "The name is part of the test's name in dbt, which knows each name once: `dbt parse` fails with `dbt found two data tests with the name`.",
    mend: "Say in each name what it proves.",
    bad: `tests: [test.row("valid", "total >= 0"), test.row("valid", "status is not null")]`,
    good: `tests: [test.row("total_not_negative", "total >= 0"), test.row("status_known", "status is not null")]`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "model"), ...nodesOf(graph, "seed")]) {
      const tests = (node.declaration.spec.tests ?? []).flatMap((test) =>
        "name" in test ? [{ name: test.name, site: test.site }] : [],
      );
      const units = node.declaration.kind === "model" ? (node.declaration.spec.unitTests ?? []) : [];
      for (const all of [tests, units]) {
        const first = new Map<string, Site>();
        for (const { name, site } of all) {
          const other = first.get(folded(name));
          if (other === undefined) first.set(folded(name), site);
          else
            report({
              at: { kind: "site", site },
              message: `two tests of \`${node.name}\` are called "${name}"`,
              related: [{ at: { kind: "site", site: other }, message: "the first one" }],
              help: "say in each name what it proves",
            });
        }
      }
    }
  },
});

/** Names become identifiers, in which only letters and digits differ. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}
