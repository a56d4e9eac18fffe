import { cron, external, mart, onNewData, pipeline, run, sql, sqlFile, step, t } from "odp";
import { orders } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });
type Outputs = Parameters<typeof pipeline>[1]["outputs"];
const of = (name: string, outputs: Outputs) =>
  pipeline(name, { owner: "data@example.com", schedule, outputs });
const one = { columns: { id: t.bigint() }, grain: ["id"] } as const;
const first = () => mart("m0", { ...one, sql: sql`select o.id from ${orders} as o` });
const after = (name: string, input: ReturnType<typeof first>) =>
  mart(name, { ...one, sql: sql`select i.id from ${input} as i` }) as unknown as ReturnType<typeof first>;

export const variants = {
  "three pipelines": () => {
    const m0 = first();
    const m1 = after("m1", m0);
    const m2 = after("m2", m1);
    return [of("a", [m0, after("m3", m2)]), of("b", [m1]), of("c", [m2])];
  },
  "through a model that only one pipeline reaches": () => {
    const m0 = first();
    const m1 = after("m1", after("between", m0));
    return [of("a", [m0, after("m2", m1)]), of("b", [m1])];
  },
  "in files": () => ({
    exports: [
      of("a", [mart("x", { ...one, sql: sqlFile("x.sql") }), mart("z", { ...one, sql: sqlFile("z.sql") })]),
      of("b", [mart("y", { ...one, sql: sqlFile("y.sql") })]),
      orders,
    ],
    files: {
      "x.sql": "select id from stg_orders",
      "y.sql": "select id from x",
      "z.sql": "with a as (select id from y) select id from a",
    },
  }),
  "on new data": () => {
    const m0 = first();
    const m1 = after("m1", m0);
    return [
      of("a", [m0, after("m2", m1)]),
      pipeline("b", { owner: "data@example.com", schedule: onNewData(), outputs: [m1] }),
    ];
  },
  "through a step and what it writes": () => {
    const scored = external("scored", { schema: "science", ...one, landedBy: "science", freshWithin: "1d" });
    const m0 = first();
    const m1 = after("m1", m0);
    const score = step("score", { run: run.shell("score"), reads: [m1], writes: [scored] });
    return [of("a", [m0, score]), of("b", [m1])];
  },
};
