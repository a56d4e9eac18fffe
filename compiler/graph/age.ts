// How old the data of an output can be at worst, as the sum of everything that happens between a change in the
// source and the moment before the next state is shown. Written once, for the checks and for `odp explain`.
import type { Schedule } from "../../dsl/schedule.ts";
import { seconds } from "./config.ts";
import { relationsIn } from "./edges.ts";
import { charts } from "./further-sql.ts";
import { type Graph, type GraphNode, type NodeId, upstreamOf } from "./graph.ts";
import { buildInputs, longestWay, type Run, runOf, takesSeconds } from "./runs.ts";
import { longestWait, type Wait } from "./schedules.ts";

/** One summand of an age. */
export interface AgeTerm {
  readonly what: string;
  readonly seconds: number;
}

/** The worst age of an output or a relation, with its summands in the order in which they pass. */
export interface Age {
  readonly seconds: number;
  readonly terms: readonly AgeTerm[];
}

/** What the models of a source's captured tables take: merges of few rows, and the start of dbt (10 to 30 s measured). */
const CURRENT_STATE_SECONDS = 5 * 60;
/** How often a source's DAG looks for commits of the sink; the default of `onNewData()`. */
const WATCH_SECONDS = 60;
const DELIVERY_SECONDS = 60;

/**
 * The worst age of what a dashboard shows, a report or action sends, or a relation holds. Nothing where no data can age
 * (seeds), or where a schedule cannot be read.
 */
export function worstCaseAge(graph: Graph, output: NodeId): Age | undefined {
  return worstCaseAges(graph)(output);
}

/** The same for many outputs of one graph, which share what lies below them. */
export function worstCaseAges(graph: Graph): (output: NodeId) => Age | undefined {
  const context: Context = { graph, ages: new Map(), runs: new Map(), waits: new Map() };
  return (output) => {
    const node = graph.nodes.get(output);
    if (node === undefined) return undefined;
    if (!isOutput(node)) return relationAge(context, output);
    const worst = oldest(inputsOf(graph, node).map((input) => inputAge(context, input)));
    return worst === undefined || node.kind === "dashboard" ? worst : plus(worst, delivery(node));
  };
}

function isOutput({ kind }: GraphNode): boolean {
  return kind === "dashboard" || kind === "report" || kind === "action";
}

interface Context {
  readonly graph: Graph;
  /** Ages of relations so far; undefined also while one is being computed, so that a cycle ends. */
  readonly ages: Map<NodeId, Age | undefined>;
  readonly runs: Map<NodeId, Run>;
  readonly waits: Map<NodeId, Wait | undefined>;
}

interface Input {
  readonly id: NodeId;
  readonly cache?: { readonly chart: string; readonly seconds: number };
}

function inputsOf(graph: Graph, node: GraphNode): readonly Input[] {
  const { declaration } = node;
  const read = upstreamOf(graph, node.id)
    .filter((edge) => edge.why === "reads" || edge.why === "shows")
    .map((edge) => ({ id: edge.from }));
  if (declaration.kind !== "dashboard") return read;
  const cached = charts(declaration).flatMap(({ spec }) => {
    const cache = { chart: spec.title, seconds: spec.cacheSeconds ?? 0 };
    return cache.seconds === 0
      ? []
      : relationsIn(spec).flatMap((body) => idsOf(graph, body.declaration.name).map((id) => ({ id, cache })));
  });
  return [...read, ...cached];
}

function idsOf(graph: Graph, name: string): readonly NodeId[] {
  const ids: readonly NodeId[] = [`model:${name}`, `table:${name}`, `external:${name}`, `seed:${name}`];
  return ids.filter((id) => graph.nodes.has(id));
}

function inputAge(context: Context, { id, cache }: Input): Age | undefined {
  const age = relationAge(context, id);
  return age === undefined || cache === undefined
    ? age
    : plus(age, { what: `the cache of the chart "${cache.chart}"`, seconds: cache.seconds });
}

function delivery(node: GraphNode): AgeTerm {
  const { declaration } = node;
  const timeout = declaration.kind === "action" ? seconds(declaration.spec.timeout ?? "") : Number.NaN;
  return {
    what: `the delivery of \`${node.name}\``,
    seconds: Number.isNaN(timeout) ? DELIVERY_SECONDS : timeout,
  };
}

function relationAge(context: Context, id: NodeId): Age | undefined {
  if (context.ages.has(id)) return context.ages.get(id);
  context.ages.set(id, undefined);
  const age = computedAge(context, id);
  context.ages.set(id, age);
  return age;
}

function computedAge(context: Context, id: NodeId): Age | undefined {
  const declaration = context.graph.nodes.get(id)?.declaration;
  switch (declaration?.kind) {
    case "table":
      return tableAge(context.graph, declaration.source);
    case "external":
      return landed(declaration.name, declaration.spec.freshWithin);
    case "model":
    case "step":
      return builtAge(context, id);
    default:
      return undefined;
  }
}

function tableAge(graph: Graph, source: string): Age {
  const declaration = graph.nodes.get(`postgres:${source}`)?.declaration;
  const commit = declaration?.kind === "postgres" ? seconds(declaration.spec.commitEvery ?? "60s") : 60;
  return sum([
    { what: `the sink of \`${source}\` commits`, seconds: Number.isNaN(commit) ? 60 : commit },
    { what: `the DAG of \`${source}\` looks for commits`, seconds: WATCH_SECONDS },
    { what: "a run of it that began just before", seconds: CURRENT_STATE_SECONDS },
    { what: `it builds the current state of \`${source}\``, seconds: CURRENT_STATE_SECONDS },
  ]);
}

function landed(name: string, freshWithin: string): Age | undefined {
  const given = seconds(freshWithin);
  return Number.isNaN(given) ? undefined : sum([{ what: `\`${name}\` lands`, seconds: given }]);
}

/**
 * What a pipeline builds is as old as its oldest input from outside when the run begins, the wait for the run, a run
 * that is under way where new data starts it, and the longest way through the run.
 */
function builtAge(context: Context, id: NodeId): Age | undefined {
  const { graph } = context;
  const pipeline = graph.builtBy.get(id);
  const declaration = pipeline === undefined ? undefined : graph.nodes.get(pipeline)?.declaration;
  if (pipeline === undefined || declaration?.kind !== "pipeline") return undefined;
  const run = runIn(context, pipeline);
  const outside = oldest(inputsFromOutside(graph, run, id).map((input) => relationAge(context, input)));
  const wait = waitFor(context, pipeline, declaration.spec.schedule);
  if (outside === undefined || wait === undefined) return undefined;
  const way = longestWay(graph, run, id);
  const building = way.reduce((total, step) => total + takesSeconds(graph, step), 0);
  const isWatching = wait.what === "watch";
  return sum([
    ...outside.terms,
    {
      what: `\`${declaration.name}\` ${isWatching ? "looks for new data" : "waits for its schedule"}`,
      seconds: wait.seconds,
    },
    {
      what: `a run of \`${declaration.name}\` that began just before`,
      seconds: isWatching ? run.seconds : 0,
    },
    ...way.map((step) => ({
      what: `\`${graph.nodes.get(step)?.name ?? step}\` takes`,
      seconds: takesSeconds(graph, step),
    })),
    {
      what: `others of \`${declaration.name}\` are in its way`,
      seconds: Math.max(0, run.crowdSeconds - building),
    },
  ]);
}

function runIn({ graph, runs }: Context, pipeline: NodeId): Run {
  const run = runs.get(pipeline) ?? runOf(graph, pipeline);
  runs.set(pipeline, run);
  return run;
}

function waitFor({ waits }: Context, pipeline: NodeId, schedule: Schedule): Wait | undefined {
  if (!waits.has(pipeline)) waits.set(pipeline, longestWait(schedule));
  return waits.get(pipeline);
}

/** What a member of a run needs, itself or through other members, that the run does not build. */
function inputsFromOutside(graph: Graph, run: Run, id: NodeId): readonly NodeId[] {
  const outside = new Set<NodeId>();
  const seen = new Set<NodeId>([id]);
  const waiting: NodeId[] = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const input of buildInputs(graph, at)) {
      if (!run.finish.has(input)) outside.add(input);
      else if (!seen.has(input)) {
        seen.add(input);
        waiting.push(input);
      }
    }
  return [...outside].sort();
}

function sum(terms: readonly AgeTerm[]): Age {
  const real = terms.filter((term) => term.seconds > 0);
  return { seconds: real.reduce((total, term) => total + term.seconds, 0), terms: real };
}

function plus(age: Age, term: AgeTerm): Age {
  return sum([...age.terms, term]);
}

function oldest(ages: readonly (Age | undefined)[]): Age | undefined {
  let worst: Age | undefined;
  for (const age of ages)
    if (age !== undefined && (worst === undefined || age.seconds > worst.seconds)) worst = age;
  return worst;
}
