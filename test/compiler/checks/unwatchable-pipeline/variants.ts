import { external, mart, onNewData, pipeline, run, seed, sql, sqlFile, step, t } from "odp";
import type { PipelineOutput } from "../../../../dsl/pipeline.ts";

const columns = { id: t.bigint() };
const values = () => seed("target_values", { columns, grain: ["id"], rows: [{ id: 1 }] });
const on = (...outputs: readonly PipelineOutput[]) =>
  pipeline("targets", { owner: "data@example.com", schedule: onNewData(), outputs });

export const variants = {
  "a seed itself": () => [on(values())],
  "in a list": () => [
    pipeline("targets", { owner: "data@example.com", schedule: [onNewData()], outputs: [values()] }),
  ],
  "in a file": () => ({
    exports: [values(), on(mart("targets", { columns, grain: ["id"], sql: sqlFile("targets.sql") }))],
    files: { "targets.sql": "select id from target_values" },
  }),
  "an external of another catalog": () => {
    const outside = external("people", {
      catalog: "hr",
      schema: "x",
      columns,
      landedBy: "hr",
      freshWithin: "1d",
    });
    return [on(mart("people_copy", { columns, grain: ["id"], sql: sql`select p.id from ${outside} as p` }))];
  },
  "a step that reads nothing": () => [on(step("fetch", { run: run.shell("fetch"), reads: [] }))],
  "a query without a table": () => [
    on(mart("one", { columns, grain: ["id"], sql: sql`select bigint '1' as id` })),
  ],
};
