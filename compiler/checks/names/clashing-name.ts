import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { type FinalName, finalNames, systemOf } from "../support/final-names.ts";

/** Two declarations that become one name in another system. */
export const clashingName = check({
  code: "ODP3003",
  slug: "clashing-name",
  severity: "error",
  explain: explanation({
    what: "Two declarations become the same DAG, topic, slot, schema or dbt resource.",
    why: "A running Airflow takes two files with one DAG id without a word and shows now the one, now the other (seen on 3.3.2). Kafka gives topics that differ only in `.` and `_` one name in its metrics, and refuses to create the second. dbt knows one model of a name in a project.",
    mend: "Rename one of the two. Names are made in one place: a source `shop` gets the schemas `shop`, `shop_bronze` and `shop_base`, its table `orders` the models `shop__orders` and `base_shop__orders`; layers have the schemas `staging`, `intermediate`, `marts`, `models` and `seeds`.",
    bad: `postgres("marts", { ... })   // marts are in a schema of that name`,
    good: `postgres("marts_db", { ... })`,
  }),
  run: (graph, report) => {
    const first = new Map<string, FinalName>();
    const told = new Set<string>();
    for (const final of finalNames(graph)) {
      const { what, fold } = systemOf(final);
      const key = `${final.system} ${fold === undefined ? final.name : fold(final.name)}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, final);
        continue;
      }
      const pair = `${other.of} ${final.of}`;
      // Two relations of one name, and two tables of one place, are matters of other checks.
      if (other.of === final.of || told.has(pair) || isSettled(final, other)) continue;
      told.add(pair);
      const same =
        other.name === final.name
          ? `\`${final.name}\``
          : `\`${final.name}\` and \`${other.name}\`, which Kafka does not tell apart`;
      report({
        at: final.at,
        message: `${final.of} and ${other.of} both become ${what}: ${same}`,
        related: isOwn(other) ? [] : [{ at: other.at, message: `${other.of} is declared here` }],
        help: "rename one of the two",
      });
    }
  },
});

/** Whether another check says it: `ambiguous-relation` or `clashing-table`. */
function isSettled(final: FinalName, other: FinalName): boolean {
  if (final.system !== "dbt") return false;
  const isDeclared = (one: FinalName): boolean => one.of.endsWith(`\`${one.name}\``);
  const isTable = (one: FinalName): boolean => one.of.startsWith("the table ");
  return (isDeclared(final) && isDeclared(other)) || (isTable(final) && isTable(other));
}

/** Names that odp gives itself, which no declaration shows. */
function isOwn(one: FinalName): boolean {
  return one.of === "odp itself" || one.of.startsWith("the layer ");
}
