import { connection } from "../../../compiler/plan/names.ts";
import type { Difference } from "../compare.ts";
import type { State } from "../state.ts";

const PARTITIONS = "partitions";
const REPLICAS = "replicas";
const RETENTION = "retention.ms";
const CLEANUP = "cleanup.policy";

/** A topic: partitions, replicas and the settings that the plan gives it. */
export const topic: State<"topic"> = {
  wanted: ({ partitions, replicationFactor, config }) =>
    new Map([[PARTITIONS, String(partitions)], [REPLICAS, String(replicationFactor)], ...config]),
  now: async ({ topic: name, config }, { world }) => {
    const found = (await (await world.topics(connection.kafka)).read([name])).get(name);
    if (found === undefined) return undefined;
    // A setting that the plan does not name is its owner's matter.
    const settings = config.flatMap(([key]) => {
      const value = found.config.get(key);
      return value === undefined ? [] : [[key, value] as const];
    });
    return new Map([[PARTITIONS, String(found.partitions)], [REPLICAS, String(found.replicas)], ...settings]);
  },
  losses: ({ topic: name }, changes) =>
    changes.flatMap(({ facet, now, wanted }) => {
      if (facet === RETENTION && now !== undefined && Number(wanted) < Number(now) && wanted !== "-1")
        return [`records of ${name} older than ${days(wanted)} are deleted at once (now kept ${days(now)})`];
      if (facet === CLEANUP && now !== undefined && wanted?.includes("compact"))
        return [`compaction of ${name} deletes all but the newest change of a key`];
      if (facet === PARTITIONS && now !== undefined && Number(wanted) > Number(now))
        return [
          `keys of ${name} move to other partitions, and a change may overtake an older one of its key`,
        ];
      return [];
    }),
  obstacles: ({ topic: name }, changes) =>
    changes.flatMap(({ facet, now, wanted }) => {
      if (now === undefined) return [];
      if (facet === PARTITIONS && Number(wanted) < Number(now))
        return [
          `${name} has ${now} partitions, and Kafka takes none away: declare ${now}, or raise the epoch of the source`,
        ];
      if (facet === REPLICAS)
        return [
          `${name} has ${now} replicas instead of ${wanted}: move them with kafka-reassign-partitions.sh`,
        ];
      return [];
    }),
  action: (_, changes, exists) =>
    exists ? `alter ${changes.map(({ facet }) => facet).join(", ")}` : "create",
  apply: async ({ topic: name, partitions, replicationFactor, config }, { world }, changes, exists) => {
    const topics = await world.topics(connection.kafka);
    if (!exists) {
      await topics.create(name, { partitions, replicas: replicationFactor, config: new Map(config) });
      return;
    }
    if (changes.some(({ facet }) => facet === PARTITIONS)) await topics.addPartitions(name, partitions);
    const settings = changed(changes, config);
    if (settings.size > 0) await topics.set(name, settings);
  },
};

function changed(
  changes: readonly Difference[],
  config: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const facets = new Set(changes.map(({ facet }) => facet));
  return new Map(config.filter(([key]) => facets.has(key)));
}

function days(milliseconds: string | undefined): string {
  return milliseconds === "-1" ? "for ever" : `${(Number(milliseconds) / 86_400_000).toFixed(1)} days`;
}
