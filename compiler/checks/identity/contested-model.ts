import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { quoted } from "../support/words.ts";

/** A model that several pipelines reach and none lists. */
export const contestedModel = check({
  code: "ODP1008",
  slug: "contested-model",
  severity: "error",
  explain: explanation({
    what: "Several pipelines need a model, and none lists it in its `outputs`, so it is not said which of them builds it.",
    why: "Each model has exactly one building DAG. Two DAGs that write one Iceberg table at the same time conflict (`Found conflicting files`), and the table's owner and schedule would be a matter of chance.",
    mend: "List the model in `outputs` of the pipeline whose owner answers for it. The others wait for its asset.",
    bad: `pipeline("sales", { outputs: [salesDashboard] });     // reads daily
pipeline("finance", { outputs: [financeDashboard] }); // reads daily`,
    good: `pipeline("sales", { outputs: [salesDashboard, daily] });
pipeline("finance", { outputs: [financeDashboard] });`,
  }),
  run: (graph, report) => {
    for (const [id, pipelines] of graph.reachedBy) {
      const node = graph.nodes.get(id);
      if (node === undefined || graph.builtBy.has(id) || pipelines.length < 2) continue;
      // What lies behind another contested model is settled with it.
      const readers = (graph.downstream.get(id) ?? []).map((edge) => edge.to);
      const isBehind = readers.some(
        (reader) =>
          !graph.builtBy.has(reader) && (graph.reachedBy.get(reader)?.length ?? 0) === pipelines.length,
      );
      if (isBehind) continue;
      const names = pipelines.map((pipeline) => graph.nodes.get(pipeline)?.name ?? pipeline);
      report({
        at: node.mark,
        message: `the pipelines ${quoted(names)} need the ${node.kind} \`${node.name}\`, and none of them lists it`,
        related: pipelines.map((pipeline, index) => ({
          at: graph.nodes.get(pipeline)?.mark ?? { kind: "project" },
          message: `\`${names[index] ?? pipeline}\` is declared here`,
        })),
        help: `list \`${node.name}\` in \`outputs\` of the pipeline that should build it; the others wait for it`,
      });
    }
  },
});
