import { type Cron, dayOf, firesOn, longestGapSeconds, minutesOfDay } from "../../graph/cron.ts";
import { type Graph, type GraphNode, type NodeId, nodesOf, upstreamOf } from "../../graph/graph.ts";
import { markAt } from "../../graph/nodes.ts";
import { longestWay, runOf, takesSeconds } from "../../graph/runs.ts";
import { cronsOf, triggers } from "../../graph/schedules.ts";
import { check } from "../check.ts";
import { explanation } from "../explanation.ts";
import { clock } from "../support/scheduled.ts";
import { durationWords } from "../support/words.ts";

/** Pipelines that run more often than this are never far behind. */
const OFTEN_SECONDS = 3 * 3600;

/** A report that is sent while its data is still being built. */
export const earlyReport = check({
  code: "ODP6006",
  slug: "early-report",
  severity: "warning",
  explain: explanation({
    what: "A report is sent after its pipeline began and before the models that it reads can be done.",
    why: "The report then shows the rows of the run before: yesterday's, where the pipeline runs once a day. How long the models take is what they say with `takes` (15 minutes unless told). Pipelines that run at least every three hours are left out.",
    mend: "Send the report later, or start the pipeline earlier.",
    bad: `pipeline: daily("06:00", ..)   report: daily("06:00", ..)`,
    good: `pipeline: daily("05:00", ..)   report: daily("06:00", ..)`,
  }),
  run: (graph, report) => {
    for (const node of nodesOf(graph, "report"))
      for (const reading of cronsOf(node.declaration.spec.schedule))
        for (const edge of upstreamOf(graph, node.id)) {
          const found = edge.why === "reads" ? buildOf(graph, edge.from) : undefined;
          if (found === undefined) continue;
          const { pipeline, seconds } = found;
          const building = cronsOf(pipeline.declaration.spec.schedule).filter(
            (one) => one.zone === reading.zone,
          );
          const early = building
            .map((one) => between(one.cron, reading.cron, seconds))
            .find((hit) => hit !== undefined);
          if (early === undefined) continue;
          const model = graph.nodes.get(edge.from)?.name ?? edge.from;
          report({
            at: { kind: "site", site: reading.trigger.site },
            message: `\`${node.name}\` is sent at ${clock(early.sent)}, but \`${pipeline.name}\` begins at ${clock(early.begun)} and needs ${durationWords(seconds)} until \`${model}\` is built`,
            related: [
              { at: markAt(pipeline.mark, "schedule"), message: `the schedule of \`${pipeline.name}\`` },
            ],
            help: `send it at ${clock((early.begun + Math.ceil(seconds / 60)) % 1440)} or later`,
          });
          break;
        }
  },
});

/** The pipeline that builds a relation, where only the clock starts it, and how long it takes to get there. */
function buildOf(
  graph: Graph,
  id: NodeId,
): { readonly pipeline: GraphNode<"pipeline">; readonly seconds: number } | undefined {
  const by = graph.builtBy.get(id);
  const pipeline = nodesOf(graph, "pipeline").find((node) => node.id === by);
  if (pipeline === undefined) return undefined;
  const { schedule } = pipeline.declaration.spec;
  const crons = cronsOf(schedule).map(({ cron }) => cron);
  if (
    crons.length !== triggers(schedule).length ||
    crons.length === 0 ||
    longestGapSeconds(crons) <= OFTEN_SECONDS
  )
    return undefined;
  const way = longestWay(graph, runOf(graph, pipeline.id), id);
  return { pipeline, seconds: way.reduce((total, step) => total + takesSeconds(graph, step), 0) };
}

/** A time of sending that lies inside a build, on the same day. */
function between(
  building: Cron,
  sending: Cron,
  seconds: number,
): { readonly begun: number; readonly sent: number } | undefined {
  for (let index = 0; index < 366; index++) {
    const day = dayOf(index);
    if (!firesOn(building, day) || !firesOn(sending, day)) continue;
    for (const begun of minutesOfDay(building))
      for (const sent of minutesOfDay(sending))
        if (sent >= begun && (sent - begun) * 60 < seconds) return { begun, sent };
    return undefined;
  }
  return undefined;
}
