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
function live(world, { mayRestore = true } = {}) {
  const { random } = world;
  for (let count = 5 + random.below(20); count > 0; count--) transact(world);
  if (random.chance(0.5)) crash(world);
  if (random.chance(0.3)) incrementalSnapshot(world);
  if (random.chance(0.4)) for (let count = random.below(8); count > 0; count--) transact(world);
  if (random.chance(0.4)) save(world);
  if (!mayRestore || world.epochs.length > 3) return;
  if (random.chance(0.25)) {
    // Changes that no connector saw, or a state of long ago: both begin an epoch.
    if (random.chance(0.5)) restore(world);
    else for (let count = random.below(15); count > 0; count--) transact(world, false);
    if (random.chance(0.1)) world.rows.clear();
    startEpoch(world);
    for (let count = random.below(10); count > 0; count--) transact(world);
  }
}

/**
 * @param {object} trino
 * @param {{ table: object, seed: number, rounds: number }} options
 * @param {object} project of `openLake`
 * @returns {Promise<{ problems: readonly string[], rounds: number, events: number, epochs: number }>} up to the first
 *   round with a problem
 */
export async function runTrial(trino, { table, seed, rounds, faces = true }, project) {
  const world = createWorld(table, seed);
  const lake = await openLake(trino, { ...project, table });
  let events = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      live(world);
      if (world.random.chance(0.5)) {
        const epoch = announce(world);
        if (epoch !== undefined) await lake.announce(epoch);
      }
      const delivered = deliver(world, round === rounds - 1);
      events += delivered.length;
      if (delivered.length > 0) await lake.add(delivered);
      const problems = await roundProblems(lake, world, table, faces);
      if (problems.length > 0)
        return {
          problems: [`seed ${seed}, ${table.name}, round ${round}`, ...problems],
          rounds: round + 1,
          events,
          epochs: world.epochs.length,
        };
    }
    return { problems: [], rounds, events, epochs: world.epochs.length };
  } finally {
    await lake.drop();
  }
}

async function roundProblems(lake, world, table, faces) {
  await lake.buildState();
  const state = await lake.state();
  const problems = difference(
    "state",
    state.map((row) => row.slice(0, -2)),
    expectedState(world).map(({ key, values, unseen, isDeleted, epoch, offset }) => [
      ...key,
      ...valuesOf(table, values),
      ...[isDeleted, epoch, offset, 0, unseen],
    ]),
  );
  const again = await lake.buildState();
  if (again !== 0) problems.push(`state: a second run writes ${again} rows`);
  problems.push(...difference("state after a full refresh", await lake.fullState(), state));
  if (!faces) return problems;

  await lake.buildChanges();
  const changes = await lake.changes();
  const expected = expectedChanges(world);
  problems.push(
    ...difference(
      "changes",
      changes,
      expected.map(({ key, values, operation, at, position }) => [
        ...key,
        ...valuesOf(table, values),
        operation,
        at,
        position,
      ]),
    ),
  );
  const changesAgain = await lake.buildChanges();
  if (changesAgain !== 0) problems.push(`changes: a second run writes ${changesAgain} rows`);
  problems.push(...difference("changes after a full refresh", await lake.fullChanges(), changes));
  problems.push(
    ...difference(
      "history",
      await lake.history(),
      expectedHistory(world).map(({ key, values, from, to }) => [
        ...key,
        ...valuesOf(table, values),
        from,
        to,
        to === null,
      ]),
    ),
  );
  return problems;
}
