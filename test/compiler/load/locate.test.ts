import { expect, test } from "vitest";
import type { Mark } from "../../../compiler/diagnostics/mark.ts";
import { createLocator } from "../../../compiler/load/locate.ts";
import type { Declaration } from "../../../dsl/declaration.ts";
import { SQL } from "../../../dsl/symbols.ts";
import { loadFiles } from "./project.ts";

const TEXT = `import { cron, mart, pg, pipeline, postgres, secret, sql, sqlFile, t, table } from "odp";

interface Ignored { readonly a: string }
const shop = postgres("shop", {
  connection: secret("pg"),
  tables: { "orders": table({ id: pg.bigint().primaryKey() }, { identity: "full" }), plain: { no: pg.text() } },
});
const shared = { day: t.date() } as const;
const columns = { ...shared, total: t.bigint().nullable() };
/** Wraps. */
function make(name: string) {
  return mart(name, { columns, grain: ["day", "total"], sql: sql\`select 'ü\\\`', \\\${x} from \${shop.orders} as o\nwhere "日本" = \${1} and y\` });
}
export const made: unknown = make("made");
export const filed = mart("filed", { columns, sql: sqlFile("a.sql") });
export default pipeline("p", { owner: "o", schedule: cron("0 * * * *", { zone: "UTC" }), outputs: [] });
`;

async function located() {
  const { project, sources } = await loadFiles({
    "pipeline.ts": TEXT.replaceAll("\r", ""),
    "a.sql": "select 1,\n  wrong",
  });
  const locate = await createLocator(sources);
  const declaration = (name: string): Declaration => {
    const found = project?.declarations.find((each) => each.declaration.name === name)?.declaration;
    if (found === undefined) throw new Error(`no ${name}`);
    return found;
  };
  const shown = (mark: Mark): string => {
    const place = locate(mark);
    if (place === undefined) return "nowhere";
    const text = (sources.text(place.file) ?? "").split("\n")[place.line - 1] ?? "";
    const end = place.line === place.endLine ? place.endColumn - 1 : text.length;
    return `${place.file}:${place.line}:${place.column} ${text.slice(place.column - 1, end)}`;
  };
  const site = (name: string, ...path: (string | number)[]): Mark => {
    const found = declaration(name);
    return found.kind === "table"
      ? { kind: "project" }
      : { kind: "site", site: found.site, ...(path.length > 0 ? { path } : {}) };
  };
  const template = (name: string) => {
    const found = declaration(name);
    if (found.kind !== "model") throw new Error(`${name} is no model`);
    return found.spec.sql[SQL];
  };
  return { shown, site, template };
}

test("calls, properties, elements, through constants, spreads and table()", async () => {
  const { shown, site } = await located();
  expect(shown(site("shop"))).toBe('pipeline.ts:4:14 postgres("shop"');
  expect(shown(site("shop", "connection"))).toBe('pipeline.ts:5:3 connection: secret("pg")');
  expect(shown(site("shop", "tables", "orders", "identity"))).toBe('pipeline.ts:6:65 identity: "full"');
  expect(shown(site("shop", "tables", "orders", "id"))).toBe("pipeline.ts:6:31 id: pg.bigint().primaryKey()");
  expect(shown(site("shop", "tables", "plain", "no"))).toBe("pipeline.ts:6:95 no: pg.text()");
  expect(shown(site("made", "grain", 1))).toBe('pipeline.ts:12:47 "total"');
  expect(shown(site("made", "columns", "total"))).toBe("pipeline.ts:9:30 total: t.bigint().nullable()");
  expect(shown(site("made", "columns", "day"))).toBe("pipeline.ts:8:18 day: t.date()");
  expect(shown(site("made", "columns", "absent"))).toBe("pipeline.ts:12:23 columns");
  expect(shown(site("p", 0))).toBe('pipeline.ts:17:25 "p"');
});

test("characters of a template, over escapes, holes and lines", async () => {
  const { shown, template } = await located();
  const body = template("made");
  const find = (part: number, text: string): Mark => {
    const parts = body.parts.filter((each) => each.kind === "text");
    const start = parts[part]?.text.indexOf(text) ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    return { kind: "sql", site: body.site, part, start, end: start + text.length };
  };
  expect(shown(find(0, "from"))).toMatch(/^pipeline\.ts:12:\d+ from$/u);
  expect(shown(find(0, "ü`"))).toMatch(/^pipeline\.ts:12:\d+ ü\\`$/u);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template holds these characters, escaped.
  expect(shown(find(0, "${x}"))).toMatch(/^pipeline\.ts:12:\d+ \\\$\{x\}$/u);
  expect(shown(find(1, "as o"))).toMatch(/^pipeline\.ts:12:\d+ as o$/u);
  expect(shown(find(1, '"日本"'))).toBe('pipeline.ts:13:7 "日本"');
  expect(shown(find(2, "y"))).toMatch(/^pipeline\.ts:13:\d+ y$/u);
  expect(shown({ kind: "hole", site: body.site, hole: 0 })).toMatch(/^pipeline\.ts:12:\d+ shop\.orders$/u);
  expect(shown({ kind: "hole", site: body.site, hole: 1 })).toMatch(/^pipeline\.ts:13:\d+ 1$/u);
});

test("characters of a .sql file, and what has no place", async () => {
  const { shown, template } = await located();
  const { site } = template("filed");
  expect(shown({ kind: "sql", site, file: "a.sql", part: 0, start: 12, end: 17 })).toBe("a.sql:2:3 wrong");
  expect(shown({ kind: "project" })).toBe("nowhere");
  expect(shown({ kind: "site", site: { stack: "Error\n    at node:internal:1:1" } })).toBe("nowhere");
});
