import { describe, expect, test } from "vitest";
import { nodeOf } from "../../../compiler/graph/graph.ts";
import { sqlMark } from "../../../compiler/graph/sql-text.ts";
import {
  daily,
  email,
  mart,
  period,
  pg,
  postgres,
  report,
  secret,
  sql,
  sqlFile,
  t,
} from "../../../dsl/index.ts";
import { graphOf } from "../project.ts";

const store = postgres("store", {
  connection: secret("pg"),
  tables: { orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2), placed_at: pg.timestamptz() } },
});
const columns = { id: t.bigint() };

describe("resolved SQL", () => {
  test("holes become pieces, values become literals, columns become names", () => {
    const made = mart("made", {
      columns,
      sql: sql`select ${store.orders.id} from ${store.orders} where note = ${"it's"} and id in ${[1, 2]} and ok = ${true}`,
    });
    const text = nodeOf(graphOf([made]), "model:made").sql;
    expect(text?.pieces).toEqual([
      { kind: "text", text: "select id from " },
      { kind: "relation", node: "table:store.orders", face: "current" },
      { kind: "text", text: " where note = 'it''s' and id in (1, 2) and ok = true" },
    ]);
  });

  test("a backslash is a backslash, and an escaped backtick a backtick", () => {
    const made = mart("made", { columns, sql: sql`select '\d+' as a, '\`' as b` });
    expect(nodeOf(graphOf([made]), "model:made").sql?.analysed).toBe("select '\\d+' as a, '`' as b");
  });

  test("names written as text are edges like holes, in a file too", () => {
    const first = mart("first", { columns, sql: sql`select id from store.orders as o` });
    const second = mart("second", { columns, sql: sqlFile("second.sql") });
    const graph = graphOf([store, first, second], {
      files: {
        "second.sql":
          "with c as (select id from first) select c.id from c join changes(store.orders) as x on true",
      },
    });
    expect(graph.problems).toEqual([]);
    expect(graph.upstream.get("model:first")).toMatchObject([
      { from: "table:store.orders", face: "current" },
    ]);
    expect(graph.upstream.get("model:second")).toMatchObject([
      { from: "model:first", face: "current" },
      { from: "table:store.orders", face: "changes" },
    ]);
    expect(nodeOf(graph, "model:second").sql?.pieces).toEqual([
      { kind: "text", text: "with c as (select id from " },
      { kind: "relation", node: "model:first", face: "current" },
      { kind: "text", text: ") select c.id from c join " },
      { kind: "relation", node: "table:store.orders", face: "changes" },
      { kind: "text", text: " as x on true" },
    ]);
  });

  test("a mark leads from the analysed text back to what the user wrote", () => {
    const made = mart("made", {
      columns,
      sql: sql`select o.idd from ${store.orders} as o where o.totall > ${5} and o.nope`,
    });
    const text = nodeOf(graphOf([made]), "model:made").sql;
    if (text === undefined) throw new Error("no SQL");
    const at = (word: string) =>
      sqlMark(text, text.analysed.indexOf(word), text.analysed.indexOf(word) + word.length);
    expect(at("idd")).toMatchObject({ kind: "sql", part: 0, start: 9, end: 12 });
    expect(at("totall")).toMatchObject({ kind: "sql", part: 1, start: 14, end: 20 });
    expect(at("nope")).toMatchObject({ kind: "sql", part: 2, start: 7, end: 11 });
    expect(at("5")).toMatchObject({ kind: "hole", hole: 1 });
  });

  test("marks survive the replacement of written names", () => {
    const made = mart("made", { columns, sql: sql`select id from store.orders as o where o.nope > 1` });
    const text = nodeOf(graphOf([made, store]), "model:made").sql;
    if (text === undefined) throw new Error("no SQL");
    const start = text.analysed.indexOf("nope");
    expect(sqlMark(text, start, start + 4)).toMatchObject({ kind: "sql", part: 0, start: 41, end: 45 });
  });

  test("what cannot be resolved is a problem with its place", () => {
    const made = mart("made", { columns, sql: sql`select id from store.ordrs where day >= ${period.start}` });
    expect(graphOf([made, store]).problems).toMatchObject([
      { kind: "stray-period", node: "model:made", at: { kind: "hole", hole: 0 } },
      {
        kind: "unknown-relation",
        node: "model:made",
        name: "store.ordrs",
        at: { kind: "sql", part: 0, start: 15, end: 26 },
      },
    ]);
  });

  test("every column is resolved, with or without its relation in front, and so is the result", () => {
    const made = mart("made", {
      columns,
      sql: sql`with c as (select id, totl from ${store.orders}) select c.id, idd, 1 as one from c`,
    });
    const graph = graphOf([made]);
    expect(graph.problems).toMatchObject([
      {
        kind: "column",
        column: "totl",
        help: "did you mean `total`?",
        at: { kind: "sql", part: 0, start: 22, end: 26 },
      },
      { kind: "column", column: "idd", help: "did you mean `id`?" },
    ]);
    const right = mart("right", {
      columns,
      sql: sql`with c as (select id, total from ${store.orders}) select c.id, sum(total) as sum from c group by 1`,
    });
    expect(nodeOf(graphOf([right]), "model:right").sql?.result).toMatchObject([
      { name: "id", origins: [{ node: "table:store.orders", column: "id", use: "copied" }] },
      { name: "sum", origins: [{ node: "table:store.orders", column: "total", use: "aggregated" }] },
    ]);
  });

  test("a report may use its period", () => {
    const made = report("made", {
      title: "Made",
      sql: sql`select id from ${store.orders} where placed_at >= ${period.start}`,
      attach: "csv",
      whenEmpty: "skip",
      to: [email({ to: ["a@example.com"], via: secret("smtp") })],
      schedule: daily("06:00", { zone: "UTC" }),
    });
    const graph = graphOf([made]);
    expect(graph.problems).toEqual([]);
    expect(nodeOf(graph, "report:made").sql?.pieces.at(-1)).toEqual({ kind: "period", edge: "start" });
  });
});
