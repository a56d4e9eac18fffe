// The ground a project stands on: the databases of its sources, its lake, its catalogs in Trino. Two projects may
// capture databases of one name, or name their catalogs alike: then the one in use takes the place of the other.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { lakeCatalogProperties, prepareCatalogDatabase } from "../parts/lake.mjs";
import { bindingsOf, databaseOf, lakeOf, withValues } from "./bindings.mjs";
import { filesOf, filesOrFail, readProperties, readText } from "./projects.mjs";
import { trinoStatements } from "./statements.mjs";

const DATABASES = new URL("../databases/", import.meta.url).pathname;

/** Connector files as `{ file, name, config }`, with or without the envelope of `POST /connectors`. */
export const connectorsOf = (project) =>
  filesOrFail(project, "connect", ".json").map((file) => {
    const content = JSON.parse(readText(file));
    const config = content.config ?? content;
    return { file, name: content.name ?? config.name ?? basename(file, ".json"), config };
  });

/** Connectors that read a database; the others write to the lake. */
export const isSource = ({ config }) => config["database.dbname"] !== undefined;

/** A text with every `${env:NAME}` in place. */
const connectText = (text, values) =>
  text.replace(/\$\{env:([A-Za-z0-9_]+)\}/g, (_, name) => values[name] ?? "");

/**
 * Makes the databases that a project captures, with their tables as their owner would have made them: from files
 * written by hand, so that they are no echo of the compiler.
 * @returns {Promise<readonly string[]>} names of the databases
 */
export async function sourceDatabases(runtime, project) {
  const { postgres } = runtime.parts;
  const values = bindingsOf(runtime, project);
  const names = connectorsOf(project)
    .filter(isSource)
    .map(({ config }) => connectText(config["database.dbname"], values));
  const databases = [...new Set(names)].sort();
  for (const database of databases) {
    if (runtime.databaseOwners.get(database) === project.folder) continue;
    const file = `${DATABASES}${project.name}/${database}.sql`;
    if (!existsSync(file)) throw new Error(`the tables of database ${database} are to be written in ${file}`);
    await postgres.dropDatabase(database);
    await postgres.createDatabase(database);
    await postgres.runFile(database, file);
    runtime.databaseOwners.set(database, project.folder);
  }
  return databases;
}

/** Makes the database and the folder of a project's lake; gives its name. */
export async function lake(runtime, project) {
  await prepareCatalogDatabase(runtime, lakeOf(project));
  return lakeOf(project);
}

/** Emitted catalogs as `{ file, name, connector, properties }` with values in place of names. */
export function catalogsOf(runtime, project) {
  const values = bindingsOf(runtime, project);
  return filesOrFail(project, "trino/catalog", ".properties").map((file) => {
    const entries = Object.entries(readProperties(file)).map(([key, value]) => [
      key,
      withValues(value, values),
    ]);
    const { "connector.name": connector, ...properties } = Object.fromEntries(entries);
    return { file, name: basename(file, ".properties"), connector, properties };
  });
}

/** Settings that bind a lake to a cloud or to another machine: here they give way to those of this machine. */
const isPlace = (key) =>
  /^(fs\.|gcs\.|s3\.|azure\.|iceberg\.(jdbc-catalog|rest-catalog|catalog\.type))/.test(key);

function onThisMachine(runtime, project, { connector, properties }) {
  if (connector !== "iceberg") return properties;
  const { gcs } = runtime.parts;
  if (gcs !== undefined) return { ...properties, ...gcs.trinoProperties };
  const kept = Object.entries(properties).filter(([key]) => !isPlace(key));
  return { ...lakeCatalogProperties(runtime, lakeOf(project)), ...Object.fromEntries(kept) };
}

/** Makes the catalogs of a project in Trino, bound to this machine, in place of those of the project before. */
export async function useCatalogs(runtime, project) {
  await sourceDatabases(runtime, project);
  await lake(runtime, project);
  for (const catalog of catalogsOf(runtime, project)) {
    await runtime.parts.trino.replaceCatalog(
      catalog.name,
      catalog.connector,
      onThisMachine(runtime, project, catalog),
    );
  }
}

/** Runs the emitted DDL of a project, file by file in code unit order. */
export async function runDdl(runtime, project) {
  for (const file of filesOf(project, "trino/ddl", ".sql")) await runTrinoFile(runtime, file);
}

/** Makes the tables that others land in the lake, from a file written by hand. */
export async function landExternals(runtime, project) {
  const file = `${DATABASES}${project.name}/lake.trino.sql`;
  if (existsSync(file)) await runTrinoFile(runtime, file);
}

/** Runs the statements of a file in order; names without a catalog are of the lake. */
export async function runTrinoFile({ parts }, file) {
  for (const statement of trinoStatements(readText(file)))
    await parts.trino.query(statement, { catalog: "lake" });
}

/** The database that an emitted PostgreSQL script is for: a source's, by the script's name, else the lake's. */
export async function databaseOfScript(runtime, project, file) {
  const databases = await sourceDatabases(runtime, project);
  const words = databaseOf(basename(file, ".sql")).split(/[_.-]/);
  return databases.find((database) => words.includes(database)) ?? (await lake(runtime, project));
}
