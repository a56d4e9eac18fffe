import { setTimeout as sleep } from "node:timers/promises";
import { connection } from "../../../compiler/plan/names.ts";
import type { SourcePlan } from "../../../compiler/plan/sources.ts";
import type { Connect } from "../clients/connect.ts";
import { type Difference, listChange } from "../compare.ts";
import type { Of, Scope, State } from "../state.ts";

/** State of the connector and its tasks, beside its keys. */
const STATE = "(state)";
const RUNNING = "RUNNING";
const TABLES = "table.include.list";
/** Keys that name the place where a source was: with another one it begins anew. */
const IDENTITY = ["topic.prefix", "slot.name", "database.dbname", "database.hostname", "publication.name"];
const SECONDS_TO_RUN = 90;

/** A connector of Kafka Connect: every key of its configuration, and whether it runs. */
export const connector: State<"connector"> = {
  wanted: ({ config }) => new Map([...config, [STATE, RUNNING]]),
  now: async ({ name }, { world }) => {
    const connect = world.connect(connection.kafkaConnect);
    const config = await connect.config(name);
    return config === undefined ? undefined : new Map([...config, [STATE, await stateOf(connect, name)]]);
  },
  losses: ({ config }, changes) => changes.flatMap((change) => lossesOf(new Map(config), change)),
  obstacles: () => [],
  action: (operation, changes, exists) => actionText(operation, changes, exists),
  apply: async (operation, scope, changes, exists) => {
    const { name, config } = operation;
    const connect = scope.world.connect(connection.kafkaConnect);
    const state = changes.find(({ facet }) => facet === STATE)?.now;
    if (keysOf(changes).length > 0 || !exists) {
      const problems = await connect.validate(new Map(config));
      if (problems.length > 0) throw new Error(`Kafka Connect refuses ${name}:\n${problems.join("\n")}`);
      await connect.put(name, new Map(config));
    }
    if (exists && (state === "PAUSED" || state === "STOPPED")) await connect.act(name, "resume");
    if (exists && state?.startsWith("FAILED")) await connect.act(name, "restart");
    await untilRunning(connect, name);
    const tables = addedTables(operation, changes, exists);
    if (tables.length > 0) await signalSnapshot(scope, operation, tables);
  },
};

async function stateOf(connect: Connect, name: string): Promise<string> {
  const status = await connect.status(name);
  if (status === undefined) return "UNASSIGNED";
  const { state, tasks, trace } = status;
  if ([state, ...tasks].includes("FAILED")) return `FAILED: ${trace}`;
  return state === RUNNING && tasks.some((task) => task !== RUNNING)
    ? (tasks.find((task) => task !== RUNNING) ?? state)
    : state;
}

/** A connector that was just put has no task for a moment. */
async function untilRunning(connect: Connect, name: string): Promise<void> {
  const end = performance.now() + SECONDS_TO_RUN * 1000;
  for (;;) {
    const status = await connect.status(name);
    const state = await stateOf(connect, name);
    if (state === RUNNING && status !== undefined && status.tasks.length > 0) return;
    const isLate = performance.now() > end;
    if (isLate)
      throw new Error(
        `${name} is ${state} after ${SECONDS_TO_RUN} s; the DAG connect_health restarts what failed`,
      );
    await sleep(500);
  }
}

const keysOf = (changes: readonly Difference[]) => changes.filter(({ facet }) => facet !== STATE);

function lossesOf(config: ReadonlyMap<string, string>, change: Difference): readonly string[] {
  const { facet, now, wanted } = change;
  if (now === undefined) return [];
  if (IDENTITY.includes(facet) && config.has("slot.name"))
    return [
      `with another ${facet} (${now} to ${wanted ?? "none"}) the source begins anew: what changes in between is lost unless the epoch is raised`,
    ];
  if (facet === TABLES)
    return listChange(change).gone.map((table) => `changes of ${plain(table)} are no longer captured`);
  if (facet === "iceberg.tables")
    return listChange(change).gone.map(
      (table) => `changes for ${table} are no longer written; its topic keeps them until they are too old`,
    );
  return [];
}

const plain = (pattern: string): string => pattern.replaceAll("\\.", ".");

/** Debezium takes a snapshot of its first tables only; further ones have to be asked for. */
function addedTables(
  { config }: Of<"connector">,
  changes: readonly Difference[],
  exists: boolean,
): readonly string[] {
  const change = changes.find(({ facet }) => facet === TABLES);
  if (!exists || change === undefined || !new Map(config).has("signal.data.collection")) return [];
  return listChange(change).added.map(plain);
}

function actionText(operation: Of<"connector">, changes: readonly Difference[], exists: boolean): string {
  if (!exists) return "create";
  const state = changes.find(({ facet }) => facet === STATE)?.now;
  const added = addedTables(operation, changes, exists);
  return [
    ...(keysOf(changes).length > 0 ? ["put its configuration, after which Connect restarts its tasks"] : []),
    ...(state === "PAUSED" || state === "STOPPED" ? ["resume"] : []),
    ...(state?.startsWith("FAILED") ? ["restart what failed"] : []),
    ...(added.length > 0 ? [`ask for a snapshot of ${added.join(", ")}`] : []),
  ].join(", then ");
}

async function signalSnapshot(
  { plan, world }: Scope,
  operation: Of<"connector">,
  tables: readonly string[],
): Promise<void> {
  const source: SourcePlan | undefined = plan.sources.find(({ name }) => name === operation.source);
  const table = new Map(operation.config).get("signal.data.collection");
  if (source === undefined || table === undefined) return;
  const database = await world.database(source.connection);
  const data = JSON.stringify({ "data-collections": tables, type: "incremental" });
  const [schema = "", name = ""] = table.split(".");
  await database.query(
    `insert into "${schema}"."${name}" (id, type, data) values (gen_random_uuid()::text, 'execute-snapshot', $1)`,
    [data],
  );
}
