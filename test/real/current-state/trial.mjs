// One trial: a random world, and the models after each commit held against the truth. Mutants see the same commits.
import { openLake } from "./lake.mjs";
import { expectedChanges, expectedHistory, expectedState } from "./truth.mjs";
import {
  announce,
  crash,
  createWorld,
  deliver,
  incrementalSnapshot,
  restore,
  save,
  startEpoch,
  transact,
} from "./world.mjs";

const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort();

/** The first rows in which two sets of rows differ, or nothing. */
function difference(what, got, wanted) {
  const [left, right] = [sorted(got), sorted(wanted)];
  const more = left.filter((row, index) => !right.includes(row) || left.indexOf(row) !== index);
  const less = right.filter((row) => !left.includes(row));
  if (more.length + less.length === 0 && left.length === right.length) return [];
  return [
    `${what}: ${more.length} rows wrong, ${less.length} missing`,
    ...more.slice(0, 3).map((row) => `  got    ${row}`),
    ...less.slice(0, 3).map((row) => `  wanted ${row}`),
  ];
}

/** Something happens to the source. */
function live(world) {
  const { random } = world;
  for (let count = 5 + random.below(20); count > 0; count--) transact(world);
  if (random.chance(0.5)) crash(world);
  if (random.chance(0.3)) incrementalSnapshot(world);
  if (random.chance(0.4)) for (let count = random.below(8); count > 0; count--) transact(world);
  if (random.chance(0.4)) save(world);
  if (world.epochs.length < 4 && random.chance(0.4)) {
    // Changes that no connector saw, or a state of long ago: both begin an epoch.
    if (random.chance(0.5)) restore(world);
    else for (let count = random.below(15); count > 0; count--) transact(world, false);
    if (random.chance(0.1)) world.rows.clear();
    startEpoch(world);
    for (let count = random.below(10); count > 0; count--) transact(world);
  }
}

/** What a round brings to the lake: the events of a commit, and the ends of a snapshot when they become known. */
function nextCommit(world, isLast) {
  live(world);
  const epoch = world.random.chance(0.5) || isLast ? announce(world) : undefined;
  return { epoch, events: deliver(world, isLast) };
}

/**
 * Lives through some rounds and compares after each, up to the first with a problem.
 * @param {object} trino
 * @param {{ table: object, seed: number, rounds: number, mutants?: readonly object[] }} options `mutants` of
 *   `mutants.mjs`: each is built beside the models until it differs from the truth
 * @param {object} project of `openLake`
 * @returns {Promise<{ problems: readonly string[], caught: Map<string, string> }>} `caught`: mutants and how they
 *   differed
 */
export async function runTrial(trino, { table, seed, rounds, mutants = [] }, project) {
  const world = createWorld(table, seed);
  const lake = await openLake(trino, { ...project, table });
  const caught = new Map();
  const right = lake.models("right");
  const rivals = mutants.map((mutant, index) => openRival(lake, right, mutant, index));
  for (let round = 0; round < rounds; round++) {
    const { epoch, events } = nextCommit(world, round === rounds - 1);
    if (epoch !== undefined) await lake.announce(epoch);
    await lake.add(events);
    const truth = truthOf(world, table);
    const problems = await roundProblems(right, truth);
    if (problems.length > 0)
      return { problems: [`seed ${seed}, ${table.name}, round ${round}`, ...problems], caught };
    for (const { name, models, face } of rivals.filter((rival) => !caught.has(rival.name))) {
      const found = await FACES[face](models, truth);
      if (found.length > 0) caught.set(name, `round ${round}: ${found.join("\n")}`);
    }
  }
  return { problems: [], caught };
}

function openRival(lake, right, { name, of: face, mutate }, index) {
  const models = lake.models(`mutant_${index}`, {
    mutate: (model, text) => (FACE_OF(model) === face ? mutate(text) : text),
    changesOf: face === "history" ? right : undefined,
  });
  return { name, face, models };
}

const FACE_OF = (model) =>
  model.endsWith("_history") ? "history" : model.endsWith("_changes") ? "changes" : "state";

/** Builds what a face needs and holds it against the truth. Versions read changes that were built before them. */
const FACES = {
  state: async (models, truth) => {
    await models.buildState();
    return difference("state", known(await models.state()), truth.state);
  },
  changes: async (models, truth) => {
    await models.buildChanges();
    return difference("changes", await models.changes(), truth.changes);
  },
  history: async (models, truth) => difference("history", await models.history(), truth.history),
};

/** Without the columns that only the comparison with a full refresh is about: when and where it changed last. */
const known = (rows) => rows.map((row) => row.slice(0, -2));

/** All faces, what a full refresh makes of them, and what a second run would write. */
async function roundProblems(models, truth) {
  const [state, changes] = await Promise.all([stateProblems(models, truth), changesProblems(models, truth)]);
  return [...state, ...changes, ...(await FACES.history(models, truth))];
}

async function stateProblems(models, truth) {
  await models.buildState();
  const state = await models.state();
  const full = await models.fullState();
  const pending = await models.pendingState();
  return [
    ...difference("state", known(state), truth.state),
    ...difference("state after a full refresh", full, state),
    ...(pending === 0 ? [] : [`state: a second run writes ${pending} rows`]),
  ];
}

async function changesProblems(models, truth) {
  await models.buildChanges();
  const changes = await models.changes();
  const full = await models.fullChanges();
  const pending = await models.pendingChanges();
  return [
    ...difference("changes", changes, truth.changes),
    ...difference("changes after a full refresh", full, changes),
    ...(pending === 0 ? [] : [`changes: a second run writes ${pending} rows`]),
  ];
}

/** What each face has to hold now, as rows of its columns. */
function truthOf(world, table) {
  const names = Object.keys(table.columns);
  const row = ({ key, values }, ...more) => [...key, ...names.map((name) => values?.[name] ?? null), ...more];
  return {
    state: expectedState(world).map((one) => row(one, one.isDeleted, one.epoch, one.offset, 0, one.unseen)),
    changes: expectedChanges(world).map((one) => row(one, one.operation, one.at, one.position)),
    history: expectedHistory(world).map((one) => row(one, one.from, one.to, one.to === null)),
  };
}

/** A source that goes back in time without a word; gives the number of incidents before and after. */
export async function silentRestore(trino, { table, seed }, project) {
  const world = createWorld(table, seed);
  const lake = await openLake(trino, { ...project, table });
  const models = lake.models("right");
  const change = async (count) => {
    for (let left = count; left > 0; left--) transact(world);
    await lake.add(deliver(world, true));
    await models.buildState();
    return models.incidents();
  };
  await change(20);
  save(world);
  const before = await change(20);
  restore(world);
  return { before, after: await change(20) };
}
