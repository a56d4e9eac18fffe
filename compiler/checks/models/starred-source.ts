import { nodesOf } from "../../graph/graph.ts";
import { type SqlText, sqlMark } from "../../graph/sql-text.ts";
import { lex } from "../../sql/lexer.ts";
import { nameOf, type Tokens } from "../../sql/tokens.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** `select *` from a captured table. */
export const starredSource = check({
  code: "ODP4016",
  slug: "starred-source",
  severity: "warning",
  explain: explanation({
    what: "A model selects all columns of a captured table.",
    why: "A column that is added to the declaration of the table then appears in every model above it: contracts break, and personal data spreads without anybody deciding so.",
    mend: "Name the columns that the model needs.",
    bad: `sql\`select * from \${shop.orders}\``,
    good: `sql\`select o.id, o.total from \${shop.orders} as o\``,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "model")) {
      if (node.sql === undefined) continue;
      for (const { at, table } of stars(node.sql)) {
        report({
          at,
          message: `\`${node.name}\` selects all columns of the captured table \`${table}\``,
          help: "name the columns that it needs",
        });
      }
    }
  },
});

function stars(text: SqlText) {
  if (!text.analysed.includes("*")) return [];
  const tokens = lex(text.analysed);
  const found: { readonly at: ReturnType<typeof sqlMark>; readonly table: string }[] = [];
  for (const [index, kind] of tokens.kinds.entries()) {
    if (kind !== "*" || !isItem(tokens, index)) continue;
    const table = capturedBehind(tokens, index, text);
    if (table !== undefined)
      found.push({ at: sqlMark(text, tokens.starts[index] ?? 0, tokens.ends[index] ?? 0), table });
  }
  return found;
}

/** An item of a select list, not a product and not `count(*)`. */
function isItem(tokens: Tokens, index: number): boolean {
  const before = tokens.kinds[index - 1];
  const after = tokens.kinds[index + 1];
  const begins =
    before === "SELECT" || before === "DISTINCT" || before === "ALL" || before === "," || before === ".";
  return begins && (after === "FROM" || after === "," || after === "end" || after === ")");
}

/** The captured table behind the next FROM of the same query, where there is one. */
function capturedBehind(tokens: Tokens, start: number, text: SqlText): string | undefined {
  let depth = 0;
  for (let index = start; index < tokens.kinds.length; index++) {
    const kind = tokens.kinds[index];
    if (kind === "(") depth++;
    if (kind === ")") depth--;
    if (depth < 0) return undefined;
    if (depth > 0 || kind !== "FROM") continue;
    const next = index + 1;
    const known = tokens.kinds[next] === "quoted" ? text.relations.get(nameOf(tokens, next)) : undefined;
    return known?.node.startsWith("table:") ? known.node.slice("table:".length) : undefined;
  }
  return undefined;
}
