import { type Graph, type NodeId, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { buildInputs } from "../../graph/runs.ts";
import { triggers } from "../../graph/schedules.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";

/** A pipeline that waits for new data, and reads none that can be watched. */
export const unwatchablePipeline = check({
  code: "ODP6007",
  slug: "unwatchable-pipeline",
  severity: "error",
  explain: explanation({
    what: "A pipeline starts on new data only, but none of its inputs can be watched.",
    why: "What can be watched are tables of the lake's Iceberg catalog: captured tables, models of other pipelines, externals in the same catalog. A DAG that waits for an asset that nobody produces is accepted by Airflow and never runs (seen on 3.3.2).",
    mend: "Give it a time as well: `[onNewData(), daily(..)]`.",
    bad: `pipeline("targets", { schedule: onNewData(), outputs: [targets] })   // reads seeds only`,
    good: `pipeline("targets", { schedule: daily("06:00", { zone: "UTC" }), outputs: [targets] })`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "pipeline")) {
      const all = triggers(node.declaration.spec.schedule);
      if (all.length === 0 || all.some((trigger) => trigger.kind === "cron") || isWatchable(graph, node.id))
        continue;
      report({
        at: all[0] === undefined ? node.mark : { kind: "site", site: all[0].site },
        message: `\`${node.name}\` starts on new data only, but reads no table that can be watched`,
        help: 'give it a time as well, for example `daily("06:00", { zone: "UTC" })`',
      });
    }
  },
});

/** Whether anything that the pipeline builds or lists reads a table of the lake from outside. */
function isWatchable(graph: Graph, pipeline: NodeId): boolean {
  const listed = upstreamOf(graph, pipeline).map((edge) => edge.from);
  const built = [...graph.builtBy].filter(([, by]) => by === pipeline).map(([id]) => id);
  const inputs = [...listed, ...built].flatMap((id) => [...buildInputs(graph, id), ...shown(graph, id)]);
  return inputs.some((id) => {
    const declaration = graph.nodes.get(id)?.declaration;
    if (declaration?.kind === "table") return true;
    if (declaration?.kind === "external")
      return (declaration.spec.catalog ?? graph.config.catalog) === graph.config.catalog;
    const by = graph.builtBy.get(id);
    return declaration?.kind === "model" && by !== undefined && by !== pipeline;
  });
}

function shown(graph: Graph, id: NodeId): readonly NodeId[] {
  return upstreamOf(graph, id).flatMap((edge) => (edge.why === "shows" ? [edge.from] : []));
}
