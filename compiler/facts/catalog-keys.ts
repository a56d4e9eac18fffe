import { type KeyProblem, type KeyValues, unknownKey } from "./key-problem.ts";
import { type CatalogKeyGroup, ICEBERG_CATALOG_KEYS, POSTGRESQL_CATALOG_KEYS } from "./trino-catalog-keys.ts";

export type CatalogConnector = "iceberg" | "postgresql";

/**
 * Versions of Trino whose catalog keys are known: 476 from its own archive; 483 as 476 with the differences that
 * were tried on it, since its archive is not published.
 */
export type TrinoVersion = "476" | "483";

/** Everything wrong with the keys of a catalog file, in their order. Trino itself refuses a catalog with any. */
export function checkCatalogKeys(
  connector: CatalogConnector,
  trinoVersion: TrinoVersion,
  keys: KeyValues,
): readonly KeyProblem[] {
  const config = new Map(keys);
  const groups = connector === "iceberg" ? ICEBERG_CATALOG_KEYS : POSTGRESQL_CATALOG_KEYS;
  const changes = connector === "iceberg" ? CHANGES[trinoVersion] : NO_CHANGES;
  const problems: KeyProblem[] = [];
  for (const [key, value] of config) {
    const problem =
      key === "connector.name" ? nameProblem(connector, value) : keyProblem(groups, changes, config, key);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

interface Changes {
  readonly added: readonly string[];
  /** Keys that the version refuses, and why. */
  readonly removed: ReadonlyMap<string, string>;
}

const NO_CHANGES: Changes = { added: [], removed: new Map() };

// Source: catalogs offered to running servers of both versions; release notes of Trino 480.
const CHANGES: Readonly<Record<TrinoVersion, Changes>> = {
  "476": {
    added: [],
    removed: new Map([
      ["fs.gcs.enabled", "Trino 476 calls it `fs.native-gcs.enabled`"],
      ["fs.local.enabled", "Trino 476 calls it `fs.native-local.enabled`"],
      ["gcs.auth-type", "Trino 476 does not have it yet; give it a key file"],
      ["iceberg.default-format-version", "it is `iceberg.format-version`"],
      ["connection-pool.enabled", "it belongs to other connectors"],
    ]),
  },
  "483": {
    added: ["fs.gcs.enabled", "fs.local.enabled", "gcs.auth-type"],
    removed: new Map([
      ["gcs.use-access-token", "Trino 480 removed it; use `gcs.auth-type`"],
      ["iceberg.extended-statistics.enabled", "Trino 480 removed it"],
    ]),
  },
};

function nameProblem(connector: CatalogConnector, value: string): KeyProblem | undefined {
  if (value === connector) return undefined;
  return {
    kind: "wrong-value",
    key: "connector.name",
    reason: `\`${value}\` is another connector`,
    suggestion: connector,
  };
}

function keyProblem(
  groups: readonly CatalogKeyGroup[],
  { added, removed }: Changes,
  config: ReadonlyMap<string, string>,
  key: string,
): KeyProblem | undefined {
  const reason = removed.get(key);
  if (reason !== undefined) return { kind: "refused", key, reason };
  if (added.includes(key)) return undefined;
  const holding = groups.filter((group) => group.keys.has(key));
  if (holding.length === 0)
    return unknownKey(
      key,
      "the connector",
      groups.flatMap((group) => [...group.keys]),
    );
  const [condition] = holding;
  if (condition === undefined || holding.some((group) => isMet(group, config))) return undefined;
  const [name, value] = condition.requires;
  return { kind: "refused", key, reason: `Trino refuses it unless \`${name}\` is \`${value}\`` };
}

/** The newer names of the file system switches count as the older ones. */
function isMet({ requires: [name, value] }: CatalogKeyGroup, config: ReadonlyMap<string, string>): boolean {
  if (name === undefined) return true;
  const given = config.get(name) ?? config.get(name.replace("native-", "")) ?? DEFAULTS.get(name);
  return given?.toLowerCase() === value;
}

// Source: Trino 476, `IcebergConfig`.
const DEFAULTS: ReadonlyMap<string, string> = new Map([["iceberg.catalog.type", "hive_metastore"]]);
