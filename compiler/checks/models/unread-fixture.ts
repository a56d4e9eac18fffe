import { upstreamOf } from "../../graph/graph.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { fixtures } from "../support/fixtures.ts";
import { few } from "../support/words.ts";

/** Rows for an input that the model does not read. */
export const unreadFixture = check({
  code: "ODP4012",
  slug: "unread-fixture",
  severity: "error",
  explain: explanation({
    what: "A unit test gives rows for a relation that its model does not read.",
    why: "The rows have no effect, and the test proves something else than it says. dbt accepts an unknown input at parse and fails when the test runs (seen on dbt-core 1.12).",
    mend: "Give the rows to the relation that the query names; each face of a captured table is an input of its own.",
    bad: `mart("daily", { sql: sql\`.. from \${orders}\`, unitTests: [unitTest("x", { given: [given(customers, [..])], ... })] })`,
    good: `unitTest("x", { given: [given(orders, [..])], ... })`,
  }),
  run: (graph, report) => {
    for (const { model, test, input, face, at } of fixtures(graph)) {
      const reads = upstreamOf(graph, model.id).filter((edge) => edge.why === "reads");
      if (input !== undefined && reads.some((edge) => edge.from === input.id && edge.face === face)) continue;
      const name = input?.name ?? "something that is no relation";
      const inputs = reads.map((edge) => graph.nodes.get(edge.from)?.name ?? edge.from);
      report({
        at,
        message: `the unit test "${test.name}" gives rows of \`${face === "current" ? name : `${face}(${name})`}\`, which \`${model.name}\` does not read`,
        help:
          inputs.length === 0
            ? "the model reads nothing"
            : `\`${model.name}\` reads ${few([...new Set(inputs)])}`,
      });
    }
  },
});
