import type { TypeName } from "../../../dsl/column.ts";
import { ICEBERG_REFUSED_TYPES, ICEBERG_TYPES, ICEBERG_WIDENED_TYPES } from "../../facts/trino-types.ts";
import { nodesOf } from "../../graph/graph.ts";
import { trinoType } from "../../graph/trino-type.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A model column of a type that Iceberg does not keep. */
export const unstorableType = check({
  code: "ODP4009",
  slug: "unstorable-type",
  severity: "error",
  explain: explanation({
    what: "A column of a model, seed or external has a type that Iceberg refuses or turns into another one: a type of PostgreSQL, `smallint`, `varchar(20)`, `json`, a decimal of more than 38 digits.",
    why: "Trino widens some types without a word when it makes the table (`smallint` becomes `integer`, `char(3)` becomes `varchar`; seen on 476), so the table would say something else than its declaration, and a contract that names the declared type fails.",
    mend: "Use a type of `t`.",
    bad: `columns: { note: pg.varchar(20) }`,
    good: `columns: { note: t.varchar() }`,
  }),
  run: (graph, report) => {
    for (const node of [...nodesOf(graph, "model"), ...nodesOf(graph, "seed"), ...nodesOf(graph, "external")])
      for (const column of node.columns) {
        const { vocabulary, type } = column.spec;
        const problem =
          vocabulary === "pg"
            ? { what: `a type of PostgreSQL, \`${type.name}\``, help: "use a type of `t`" }
            : problemOf(type);
        if (problem === undefined) continue;
        report({
          at: column.mark,
          message: `\`${node.name}.${column.name}\` has ${problem.what}`,
          help: problem.help,
        });
      }
  },
});

function problemOf(type: TypeName): { readonly what: string; readonly help: string } | undefined {
  for (const inner of [
    ...(type.element === undefined ? [] : [type.element]),
    ...(type.fields ?? []).map((field) => field.type),
  ]) {
    const found = problemOf(inner);
    if (found !== undefined) return found;
  }
  if (["array", "map", "row"].includes(type.name)) return undefined;
  const spelled = trinoType(type);
  if (type.name === "decimal") return decimalProblem(type, spelled);
  if (ICEBERG_TYPES.includes(spelled)) return undefined;
  const wider =
    ICEBERG_WIDENED_TYPES.get(spelled) ??
    ICEBERG_WIDENED_TYPES.get(type.name) ??
    (type.name === "varchar" ? "varchar" : undefined);
  if (wider !== undefined)
    return {
      what: `the type \`${spelled}\`, which Iceberg turns into \`${wider}\``,
      help: `use the type for \`${wider}\``,
    };
  const known = ICEBERG_REFUSED_TYPES.includes(spelled);
  return {
    what: `the type \`${spelled}\`, which Iceberg ${known ? "refuses" : "does not know"}`,
    help: "use a type of `t`",
  };
}

function decimalProblem(
  type: TypeName,
  spelled: string,
): { readonly what: string; readonly help: string } | undefined {
  const [precision = 0, scale = 0] = type.args ?? [];
  const fits =
    Number.isInteger(precision) &&
    Number.isInteger(scale) &&
    precision >= 1 &&
    precision <= 38 &&
    scale >= 0 &&
    scale <= precision;
  return fits
    ? undefined
    : {
        what: `the type \`${spelled}\`, but a decimal has 1 to 38 digits and no more behind the point`,
        help: "use `t.decimal(38, scale)`",
      };
}
