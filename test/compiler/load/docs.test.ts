import { expect, test } from "vitest";
import { loadFiles } from "./project.ts";

const HEAD = 'import { cron, dashboard, mart, pg, pipeline, postgres, secret, sql, t, table } from "odp";\n';
const END =
  'export default pipeline("p", { owner: "a", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [] });\n';

/** Comments by declaration and column: `x` and `x.column`. */
async function docs(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { project, diagnostics } = await loadFiles(files);
  expect(diagnostics).toEqual([]);
  const found: Record<string, string> = {};
  for (const { declaration, description, columnDescriptions } of project?.declarations ?? []) {
    if (description !== undefined) found[declaration.name] = description;
    for (const [column, text] of columnDescriptions) found[`${declaration.name}.${column}`] = text;
  }
  return found;
}

test("above constants, exports, the default export, tables and columns", async () => {
  const text = `${HEAD}
/**
 * The shop.
 *
 * - {@link orders} first, {@link https://x.y the rest} later
 * @remarks not this
 */
export const shop = postgres("shop", {
  connection: secret("pg"),
  tables: {
    /** What people bought. */
    orders: {
      /** Key. */ id: pg.bigint().primaryKey(),
      // no doc
      total: pg.numeric(12, 2).check("total >= 0"), /** Trailing is for the next. */
      "note": pg.text(),
    },
    /** With options. */
    people: table({ /** Whom to write to. */ email: pg.text().pii("email") }, { identity: "full" }),
  },
  schemas: { billing: { /** Sent. */ invoices: { /** Number. */ no: pg.text() } } },
});
const re = /[/*"]/.test("/** no */");
const division = 4 / 2 / 1;
const template = \`/** no */ \${"}"} \`;
/** Earlier, stands above nothing. */

/** Revenue. */
const revenue = mart("revenue", { columns: { /** Day. */ day: t.date(), sum: t.bigint() }, sql: sql\`select /** no */ 1\` });
export { revenue, re, division, template };
/** The pipeline. */
${END}`;
  expect(await docs({ "pipeline.ts": text })).toEqual({
    shop: "The shop.\n\n- orders first, the rest later",
    "shop.orders": "What people bought.",
    "shop.orders.id": "Key.",
    "shop.orders.note": "Trailing is for the next.",
    "shop.people": "With options.",
    "shop.people.email": "Whom to write to.",
    "shop.billing.invoices": "Sent.",
    "shop.billing.invoices.no": "Number.",
    revenue: "Revenue.",
    "revenue.day": "Day.",
    p: "The pipeline.",
  });
});

test("columns made elsewhere: constants, spreads, shorthands, other modules, without semicolons", async () => {
  const files = {
    "columns.ts":
      'import { t } from "odp"\nexport const audit = {\n  /** When it was written. */\n  written_at: t.timestamptz(),\n}\n',
    "pipeline.ts": `${HEAD}import { audit as shared } from "./columns.ts"\nconst columns = { ...shared, /** Key. */ id: t.bigint() } as const\n/** A. */\nexport const a = mart("a", { columns, sql: sql\`select 1\` })\n/** B. */\nexport const b = mart("b", { columns: { ...columns, /** Own. */ own: t.bigint() }, sql: sql\`select 1\` })\n${END}`,
  };
  expect(await docs(files)).toEqual({
    a: "A.",
    "a.written_at": "When it was written.",
    "a.id": "Key.",
    b: "B.",
    "b.written_at": "When it was written.",
    "b.id": "Key.",
    "b.own": "Own.",
  });
});

test("declarations inside other values", async () => {
  const text = `${HEAD}export const all = [\n  /** First. */\n  dashboard("first", { title: "1" }),\n  dashboard("second", { title: "2" }),\n];\nexport const by = { /** Third. */ third: dashboard("third", { title: "3" }) };\n${END}`;
  expect(await docs({ "pipeline.ts": text })).toEqual({ first: "First.", third: "Third." });
});

test("unfinished comments, strings and brackets end with the file", async () => {
  const { outlineOf } = await import("../../../compiler/load/docs/outline.ts");
  for (const text of [
    "/** a",
    "const a = {",
    "f('x",
    "const x = `${`",
    "/**/",
    "const a = [[[",
    "import {",
    "a.b.c(",
    "const {a} = b",
    "({",
    "/** x */ }}))",
  ])
    expect(() => outlineOf(text)).not.toThrow();
});
