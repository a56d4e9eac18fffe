// One trial: a random world, and the models after each commit held against the truth.
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

const valuesOf = (table, values) => Object.keys(table.columns).map((name) => values?.[name] ?? null);

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

/**
 * Lives through some rounds and compares after each.
 * @param {object} trino
 * @param {{ table: object, seed: number, rounds: number, faces?: readonly string[] }} options `faces`: what is compared
 * @param {object} project of `openLake`
 * @returns {Promise<{ problems: readonly string[], rounds: number, events: number, epochs: number }>} up to the first
 *   round with a problem
 */
export async function runTrial(
  trino,
  { table, seed, rounds, faces = ["state", "changes", "history"] },
  project,
) {
  const world = createWorld(table, seed);
  const lake = await openLake(trino, { ...project, table });
  let events = 0;
  const outcome = (round, problems) => ({
    problems: problems.length === 0 ? [] : [`seed ${seed}, ${table.name}, round ${round}`, ...problems],
    rounds: round + 1,
    events,
    epochs: world.epochs.length,
  });
  try {
    for (let round = 0; round < rounds; round++) {
      const isLast = round === rounds - 1;
      live(world);
      const epoch = world.random.chance(0.5) || isLast ? announce(world) : undefined;
      if (epoch !== undefined) await lake.announce(epoch);
      const delivered = deliver(world, isLast);
      events += delivered.length;
      if (delivered.length > 0) await lake.add(delivered);
      const problems = await roundProblems(lake, world, { table, faces });
      if (problems.length > 0 || isLast) return outcome(round, problems);
    }
    return outcome(-1, ["no round"]);
  } finally {
    await lake.drop();
  }
}

async function roundProblems(lake, world, { table, faces }) {
  const problems = [];
  if (faces.includes("state")) problems.push(...(await stateProblems(lake, world, table)));
  if (faces.includes("changes") || faces.includes("history")) await lake.buildChanges();
  if (faces.includes("changes")) problems.push(...(await changesProblems(lake, world, table)));
  if (faces.includes("history")) {
    const expected = expectedHistory(world).map(({ key, values, from, to }) => [
      ...key,
      ...valuesOf(table, values),
      from,
      to,
      to === null,
    ]);
    problems.push(...difference("history", await lake.history(), expected));
  }
  return problems;
}

async function stateProblems(lake, world, table) {
  await lake.buildState();
  const [state, full, pending] = await Promise.all([lake.state(), lake.fullState(), lake.pendingState()]);
  const expected = expectedState(world).map(({ key, values, unseen, isDeleted, epoch, offset }) => [
    ...key,
    ...valuesOf(table, values),
    ...[isDeleted, epoch, offset, 0, unseen],
  ]);
  return [
    ...difference(
      "state",
      state.map((row) => row.slice(0, -2)),
      expected,
    ),
    ...difference("state after a full refresh", full, state),
    ...(pending === 0 ? [] : [`state: a second run writes ${pending} rows`]),
  ];
}

async function changesProblems(lake, world, table) {
  const [changes, full, pending] = await Promise.all([
    lake.changes(),
    lake.fullChanges(),
    lake.pendingChanges(),
  ]);
  const expected = expectedChanges(world).map(({ key, values, operation, at, position }) => [
    ...key,
    ...valuesOf(table, values),
    ...[operation, at, position],
  ]);
  return [
    ...difference("changes", changes, expected),
    ...difference("changes after a full refresh", full, changes),
    ...(pending === 0 ? [] : [`changes: a second run writes ${pending} rows`]),
  ];
}

/** A source that goes back in time without a word; gives the number of incidents before and after. */
export async function silentRestore(trino, { table, seed }, project) {
  const world = createWorld(table, seed);
  const lake = await openLake(trino, { ...project, table });
  const change = async (count) => {
    for (let left = count; left > 0; left--) transact(world);
    await lake.add(deliver(world, true));
    await lake.buildState();
    return lake.incidents();
  };
  try {
    await change(20);
    save(world);
    const before = await change(20);
    restore(world);
    return { before, after: await change(20) };
  } finally {
    await lake.drop();
  }
}
