// What the models have to say after what was delivered, from what each event knows.

const POSITIONS = 1_000_000_000_000;
const idOf = (key) => JSON.stringify(key);

/** Events that are in the changelog, repetitions left out, in order. */
function deliveredEvents(world) {
  return world.epochs.flatMap((epoch) =>
    epoch.partitions.flatMap((log, partition) =>
      log.slice(0, epoch.delivered[partition]).filter(({ isReplay }) => !isReplay),
    ),
  );
}

/** Epochs whose snapshot is known to be wholly in the changelog. */
function completeEpochs(world) {
  return world.epochs.filter(({ ends, delivered }) =>
    ends?.every((end, partition) => delivered[partition] >= end),
  );
}

function byKey(events) {
  const keys = new Map();
  for (const event of events) {
    const id = idOf(event.key);
    if (!keys.has(id)) keys.set(id, []);
    keys.get(id).push(event);
  }
  return keys;
}

/** Key, values, deleted or not, epoch: one row a key. */
export function expectedState(world) {
  const complete = Math.max(0, ...completeEpochs(world).map(({ number }) => number));
  return [...byKey(deliveredEvents(world))].map(([, events]) => {
    const epoch = Math.max(...events.map((event) => event.epoch));
    const own = events.filter((event) => event.epoch === epoch);
    const alive = own.filter(({ values }) => values !== null).at(-1);
    const last = own.at(-1);
    return {
      key: last.key,
      values: alive?.values ?? null,
      unseen: alive?.unseen ?? [],
      isDeleted: last.values === null || epoch < complete,
      epoch,
      offset: last.offset,
    };
  });
}

const OPERATIONS = { c: "insert", u: "update", d: "delete", r: "snapshot" };

/** Every change, deletes with the last values of their epoch. */
export function expectedChanges(world) {
  return [...byKey(deliveredEvents(world)).values()].flatMap((events) => {
    const alive = new Map();
    return events.map((event) => {
      if (event.values !== null) alive.set(event.epoch, event.values);
      return {
        key: event.key,
        values: alive.get(event.epoch) ?? null,
        operation: OPERATIONS[event.op],
        at: event.at,
        position: event.epoch * POSITIONS + event.offset,
      };
    });
  });
}

/** Every version that somebody could see. */
export function expectedHistory(world) {
  const complete = new Set(completeEpochs(world).map(({ number }) => number));
  const events = deliveredEvents(world);
  const beginnings = world.epochs.map(({ number, readAt = Number.POSITIVE_INFINITY }) =>
    Math.min(readAt, ...events.filter(({ epoch }) => epoch === number).map(({ at }) => at)),
  );
  return [...byKey(events).values()].flatMap((own) => versionsOf(own, world, complete, beginnings));
}

function versionsOf(events, world, complete, beginnings) {
  const steps = [];
  for (const { number, shown } of world.epochs) {
    const own = events.filter(({ epoch }) => epoch === number);
    const isOlder = events.some(({ epoch }) => epoch < number);
    if (isOlder && !shown.has(idOf(events[0].key)) && (own.length > 0 || complete.has(number)))
      steps.push({ at: beginnings[number - 1], values: null });
    steps.push(...own.map(({ at, values }) => ({ at, values })));
  }
  let clock = Number.NEGATIVE_INFINITY;
  const visible = [];
  for (const { at, values } of steps) {
    clock = Math.max(clock, at);
    if (visible.at(-1)?.at === clock) visible.pop();
    visible.push({ at: clock, values });
  }
  const changed = visible.filter(
    (step, index) => index === 0 || JSON.stringify(step.values) !== JSON.stringify(visible[index - 1].values),
  );
  return changed.flatMap(({ at, values }, index) =>
    values === null ? [] : [{ key: events[0].key, values, from: at, to: changed[index + 1]?.at ?? null }],
  );
}
