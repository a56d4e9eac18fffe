// A source with its topics: random transactions, crashes of the connector, snapshots and epochs. Every event knows
// what is true after it, which is what the models are held against; nothing here knows how they find it out.
import { randomOf } from "./random.mjs";
import { wireOf } from "./tables.mjs";

const PARTITIONS = 3;
const KEYS = 40;

/** @typedef {{ key: readonly unknown[], op: string, values: object | null, unseen: readonly string[], wire: object,
 *   lsn: number | null, txid: number | null, snapshot: string | null, at: number, isReplay: boolean, epoch: number,
 *   partition: number, offset: number }} Event */

/** @param {object} table of `tables.mjs` @param {number} seed */
export function createWorld(table, seed) {
  const random = randomOf(seed);
  const world = {
    table,
    random,
    rows: new Map(),
    epochs: [],
    lsn: 1000,
    txid: 1,
    clock: 1_000_000,
    used: 0,
    saved: undefined,
  };
  startEpoch(world);
  return world;
}

const idOf = (key) => JSON.stringify(key);
const partitionOf = (key) =>
  [...idOf(key)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % PARTITIONS;
const current = (world) => world.epochs.at(-1);

/** Begins an epoch and takes its snapshot, of which a crash may cut the end off for a while. */
export function startEpoch(world) {
  const epoch = {
    number: world.epochs.length + 1,
    partitions: Array.from({ length: PARTITIONS }, () => []),
    delivered: Array.from({ length: PARTITIONS }, () => 0),
    recent: [],
    resolved: new Map(),
    shown: new Set(world.rows.keys()),
    ends: undefined,
    readAt: undefined,
  };
  world.epochs.push(epoch);
  world.clock += 1000 + world.random.below(1000);
  const lsn = world.lsn;
  const keys = world.random.shuffled([...world.rows.keys()]);
  for (const [index, id] of keys.entries()) {
    const snapshot = index === keys.length - 1 ? "last" : index === 0 ? "first" : "true";
    emit(world, { key: JSON.parse(id), op: "r", after: world.rows.get(id), lsn, txid: null, snapshot });
  }
}

/** The topics' ends are read once a heartbeat came by streaming: after the snapshot, perhaps a little later. */
export function announce(world) {
  const epoch = current(world);
  if (epoch.ends !== undefined) return undefined;
  epoch.ends = epoch.partitions.map((events) => events.length);
  world.clock += 500;
  epoch.readAt = world.clock;
  return epoch;
}

/** Puts an event into its topic. `before` is the row that an update changes; unchanged large values are left out. */
function emit(world, { key, op, after, before, lsn, txid, snapshot = null }) {
  const { table } = world;
  const epoch = current(world);
  const partition = partitionOf(key);
  const id = idOf(key);
  const known = epoch.resolved.get(id);
  const wire = {};
  const values = {};
  const unseen = [];
  for (const [name, column] of Object.entries(table.columns)) {
    if (after === undefined) {
      wire[name] = table.fabricated[name] ?? "null";
      continue;
    }
    const isLeftOut = before !== undefined && before[name] === after[name] && column.isLarge?.(after[name]);
    wire[name] = isLeftOut ? column.placeholder : wireOf(column, after[name]);
    const isUnknown = isLeftOut && (known === undefined || known.unseen.includes(name));
    values[name] = isUnknown ? null : after[name];
    if (isUnknown) unseen.push(name);
  }
  const event = {
    key,
    op,
    values: after === undefined ? null : values,
    unseen,
    wire,
    lsn,
    txid,
    snapshot,
    at: world.clock,
    isReplay: false,
    epoch: epoch.number,
    partition,
    offset: epoch.partitions[partition].length,
  };
  epoch.partitions[partition].push(event);
  if (after !== undefined) epoch.resolved.set(id, { unseen });
  if (snapshot === null) epoch.recent.push(event);
}

/** One or two transactions whose statements mix and whose commits come in any order. */
export function transact(world, isCaptured = true) {
  const { random } = world;
  const locked = new Set();
  const open = Array.from({ length: 1 + random.below(2) }, () => ({ txid: world.txid++, changes: [] }));
  for (let left = 1 + random.below(6); left > 0; left--) write(world, random.pick(open), locked, open);
  for (const { txid, changes } of random.shuffled(open)) {
    world.clock += 1 + random.below(50);
    if (isCaptured) for (const change of changes) emit(world, { ...change, txid });
  }
}

function write(world, transaction, locked, open) {
  const { random, rows, table } = world;
  const number = random.below(KEYS);
  const key = table.keyOf(number);
  const id = idOf(key);
  // A row is locked by the first transaction that writes it.
  if (locked.has(id) && !transaction.changes.some((change) => idOf(change.key) === id)) return;
  locked.add(id);
  const put = (change) => {
    world.lsn += 1 + random.below(5);
    transaction.changes.push({ ...change, lsn: world.lsn });
  };
  const before = rows.get(id);
  if (before === undefined) {
    const after = Object.fromEntries(
      Object.entries(table.columns).map(([name, { random: make }]) => [name, make(random)]),
    );
    rows.set(id, after);
    put({ key, op: "c", after });
  } else if (random.chance(0.2)) {
    rows.delete(id);
    put({ key, op: "d" });
  } else if (random.chance(0.05) && open.length === 1) {
    // A key that changes comes as a delete and an insert, which lacks what did not change.
    const moved = table.keyOf(1000 + 2 * world.used++);
    rows.delete(id);
    rows.set(idOf(moved), before);
    put({ key, op: "d" });
    put({ key: moved, op: "c", after: before, before });
  } else {
    const after = { ...before };
    for (const [name, column] of Object.entries(table.columns))
      if (random.chance(0.4)) after[name] = column.random(random);
    rows.set(id, after);
    put({ key, op: "u", after, before });
  }
}

/** The connector died and sends again what it had not confirmed. */
export function crash(world) {
  const epoch = current(world);
  const count = Math.min(epoch.recent.length, world.random.below(12));
  for (const event of epoch.recent.slice(epoch.recent.length - count)) {
    const log = epoch.partitions[event.partition];
    log.push({ ...event, isReplay: true, offset: log.length });
  }
}

/** Rows that somebody asked to be sent again, without a position in the log. */
export function incrementalSnapshot(world) {
  const ids = world.random.shuffled([...world.rows.keys()]).slice(0, world.random.below(10));
  world.clock += 10;
  for (const id of ids)
    emit(world, {
      key: JSON.parse(id),
      op: "r",
      after: world.rows.get(id),
      lsn: null,
      txid: null,
      snapshot: "incremental",
    });
  // They come in full, and are not what a crash repeats.
}

export function save(world) {
  world.saved = { rows: new Map(world.rows), lsn: world.lsn };
}

/** Back to the saved state, with its positions in the log. */
export function restore(world) {
  if (world.saved === undefined) return;
  world.rows = new Map(world.saved.rows);
  world.lsn = world.saved.lsn;
}

/** What the sink commits next: some of each partition, at times something twice. */
export function deliver(world, isAll = false) {
  const { random } = world;
  const rows = [];
  for (const epoch of world.epochs)
    for (const [partition, log] of epoch.partitions.entries()) {
      const from = epoch.delivered[partition];
      const to = isAll ? log.length : from + random.below(log.length - from + 1);
      rows.push(...log.slice(from, to));
      if (random.chance(0.15)) rows.push(...log.slice(Math.max(0, to - random.below(6)), to));
      epoch.delivered[partition] = to;
    }
  return random.shuffled(rows);
}
