import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { reportMeanings } from "../support/meanings.ts";

/** A division of whole numbers, which drops the fraction. */
export const truncatingDivision = check({
  code: "ODP4043",
  slug: "truncating-division",
  severity: "warning",
  explain: explanation({
    what: `Both sides of a division are whole numbers (\`integer\`, \`bigint\` and so on), such as two counts.`,
    why: `Trino gives a whole number then: \`1 / 2\` is \`0\`. A rate of two counts is 0 or 1, and nothing fails.`,
    mend: `Cast one side: \`cast(a as double) / b\`, or multiply by \`1.0\` first. Nothing is said of two literals.`,
    bad: `sql\`select count_if(o.status = 'paid') / count(*) as rate from \${orders} as o\``,
    good: `sql\`select cast(count_if(o.status = 'paid') as double) / count(*) as rate from \${orders} as o\``,
  }),
  run: (graph, report) => reportMeanings(graph, report, ["truncating-division"]),
});
