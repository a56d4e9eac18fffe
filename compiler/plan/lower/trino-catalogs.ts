import type { ProjectConfig } from "../../graph/config.ts";
import * as names from "../names.ts";
import type { SourcePlan } from "../sources.ts";
import type { CatalogPlan } from "../trino.ts";
import { type Entries, withRaw } from "./sources-raw.ts";

/** The lake's catalog, and one over the database of each source for comparing; sorted by name. */
export function lowerCatalogs(sources: readonly SourcePlan[], config: ProjectConfig): readonly CatalogPlan[] {
  const catalogs = [lakeCatalog(config), ...sources.map(sourceCatalog)];
  return catalogs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A value that Trino reads from its environment. */
const environment = (variable: string): string => `\${ENV:${variable}}`;

function lakeCatalog(config: ProjectConfig): CatalogPlan {
  return {
    name: config.catalog,
    connector: "iceberg",
    file: "odp.config.ts",
    from: [],
    properties: withRaw(
      [
        ["connector.name", "iceberg"],
        ["iceberg.catalog.type", config.catalogKind],
        ...(config.catalogKind === "jdbc" ? jdbc(config) : rest()),
        ["iceberg.compression-codec", "ZSTD"],
        ["iceberg.unique-table-location", "true"],
        // The floors of maintenance: no reader and no writer is older.
        ["iceberg.expire-snapshots.min-retention", "7d"],
        ["iceberg.remove-orphan-files.min-retention", "7d"],
        ...files(config),
      ],
      config.trinoCatalog,
    ),
  };
}

function jdbc(config: ProjectConfig): Entries {
  return [
    ["iceberg.jdbc-catalog.driver-class", "org.postgresql.Driver"],
    ["iceberg.jdbc-catalog.connection-url", environment(names.lakeVariable.uri)],
    ["iceberg.jdbc-catalog.connection-user", environment(names.lakeVariable.user)],
    ["iceberg.jdbc-catalog.connection-password", environment(names.lakeVariable.password)],
    // Part of the rows of the catalog: the sink uses the same.
    ["iceberg.jdbc-catalog.catalog-name", config.catalog],
    ["iceberg.jdbc-catalog.schema-version", "V1"],
    ["iceberg.jdbc-catalog.default-warehouse-dir", environment(names.lakeVariable.warehouse)],
  ];
}

function rest(): Entries {
  return [
    ["iceberg.rest-catalog.uri", environment(names.lakeVariable.uri)],
    ["iceberg.rest-catalog.warehouse", environment(names.lakeVariable.warehouse)],
  ];
}

function files(config: ProjectConfig): Entries {
  if (!config.warehouse.startsWith("gs:")) return [["fs.hadoop.enabled", "true"]];
  return [
    ["fs.native-gcs.enabled", "true"],
    ...(config.googleProject === null ? [] : ([["gcs.project-id", config.googleProject]] as const)),
  ];
}

function sourceCatalog(source: SourcePlan): CatalogPlan {
  const variable = (field: string): string => environment(names.environmentVariable(source.secret, field));
  return {
    name: source.catalog,
    connector: "postgresql",
    file: source.file,
    from: [source.id],
    properties: [
      ["connector.name", "postgresql"],
      ["connection-url", variable("jdbc_url")],
      ["connection-user", variable("user")],
      ["connection-password", variable("password")],
    ],
  };
}
