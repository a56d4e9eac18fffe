// The lake of a run: Iceberg tables in a folder, or in a bucket where the part `gcs` runs, named by a JDBC catalog in
// PostgreSQL.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Where the files of a lake go, as a URI. A lake is named as its database. */
export function warehouseOf({ folder, parts }, database) {
  if (parts.gcs !== undefined) return `gs://${parts.gcs.bucket}/${database}`;
  const path = join(folder, "warehouse", database);
  mkdirSync(path, { recursive: true });
  return `file://${path}`;
}

/** The address of a lake's catalog. */
export const catalogAddress = ({ parts }, database) =>
  `jdbc:postgresql://${parts.postgres.host}:${parts.postgres.port}/${database}`;

/** The properties of a Trino catalog over a lake. */
export const lakeCatalogProperties = (runtime, database) => ({
  "iceberg.catalog.type": "jdbc",
  "iceberg.jdbc-catalog.driver-class": "org.postgresql.Driver",
  "iceberg.jdbc-catalog.connection-url": catalogAddress(runtime, database),
  "iceberg.jdbc-catalog.connection-user": runtime.parts.postgres.user,
  "iceberg.jdbc-catalog.connection-password": runtime.parts.postgres.password,
  "iceberg.jdbc-catalog.catalog-name": "lake",
  "iceberg.jdbc-catalog.schema-version": "V1",
  "iceberg.jdbc-catalog.default-warehouse-dir": warehouseOf(runtime, database),
  "iceberg.compression-codec": "ZSTD",
  "iceberg.unique-table-location": "true",
  ...(runtime.parts.gcs?.trinoProperties ?? { "fs.hadoop.enabled": "true" }),
});

// Trino never makes the tables of the JDBC catalog: whoever sets up the lake does. Schema version V1 of Iceberg.
const CATALOG_TABLES = `
create table if not exists iceberg_tables (
  catalog_name varchar(255) not null,
  table_namespace varchar(255) not null,
  table_name varchar(255) not null,
  metadata_location varchar(1000),
  previous_metadata_location varchar(1000),
  iceberg_type varchar(5),
  primary key (catalog_name, table_namespace, table_name));
create table if not exists iceberg_namespace_properties (
  catalog_name varchar(255) not null,
  namespace varchar(255) not null,
  property_key varchar(255),
  property_value varchar(1000),
  primary key (catalog_name, namespace, property_key));
`;

/** Makes the database of a lake with the catalog's tables. */
export async function prepareCatalogDatabase({ parts }, database) {
  await parts.postgres.createDatabase(database);
  await parts.postgres.query(database, CATALOG_TABLES);
}
