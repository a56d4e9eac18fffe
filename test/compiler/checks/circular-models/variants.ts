import { external, mart, run, sql, sqlFile, step, t } from "odp";

const one = { columns: { id: t.bigint() }, grain: ["id"] } as const;
const reading = (name: string, input: string) => mart(name, { ...one, sql: sqlFile(`${input}.sql`) });
const files = { "a.sql": "select id from a", "b.sql": "select id from b", "c.sql": "select id from c" };

export const variants = {
  itself: () => [mart("a", { ...one, sql: sql`select x.id from a as x` })],
  "itself, in a subquery": () => [
    mart("a", { ...one, sql: sql`select 1 as id where not exists (select 1 from a)` }),
  ],
  "itself, behind a common table expression": () => [
    mart("a", { ...one, sql: sql`with x as (select a.id from a) select x.id from x` }),
  ],
  "three, in files": () => ({ exports: [reading("a", "b"), reading("b", "c"), reading("c", "a")], files }),
  "of a loop": () => ({ exports: ["a", "b"].map((name) => reading(name, name === "a" ? "b" : "a")), files }),
  "through a step": () => {
    const scored = external("scored", { schema: "science", ...one, landedBy: "science", freshWithin: "1d" });
    const input = mart("input", { ...one, sql: sql`select s.id from ${scored} as s` });
    return [input, step("score", { run: run.shell("score"), reads: [input], writes: [scored] })];
  },
};
