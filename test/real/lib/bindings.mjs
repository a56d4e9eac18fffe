// Emitted files hold names instead of values: `${env:N}` in Connect, `${ENV:N}` in Trino, `env_var('N')` in dbt,
// AIRFLOW_CONN_N in Airflow. Here every name gets the value it has on this machine, by what the name says.
import { basename } from "node:path";
import { catalogAddress, warehouseOf } from "../parts/lake.mjs";
import { filesOf, readText } from "./projects.mjs";

const REFERENCES = [
  ["connect", ".json", /\$\{env:([A-Za-z0-9_]+)\}/g],
  ["trino", ".properties", /\$\{ENV:([A-Za-z0-9_]+)\}/g],
  ["dbt", "", /env_var\(\s*['"]([A-Za-z0-9_]+)['"]\s*(,)?/g],
];

/** Every name that the files of a project refer to, with whether it may stay without a value. */
function namesIn(project) {
  const found = new Map();
  for (const [folder, ending, pattern] of REFERENCES) {
    for (const file of filesOf(project, folder, ending)) {
      for (const [, name, comma] of readText(file).matchAll(pattern)) {
        found.set(name, (found.get(name) ?? true) && comma !== undefined);
      }
    }
  }
  return [...found].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The lake of a project: a database, and a folder of files of the same name. */
export const lakeOf = (project) => `lake_${project.name.replaceAll("-", "_")}`;

/** The name of a project's lake in Trino: that of its one Iceberg catalog. */
function lakeCatalogOf(project) {
  const files = filesOf(project, "trino/catalog", ".properties");
  const lake = files.find((file) => readText(file).includes("connector.name=iceberg"));
  if (lake === undefined) throw new Error(`${project.name} has no Iceberg catalog`);
  return basename(lake, ".properties");
}

/** The database that stands for a source, known by the name of its connection. */
export const databaseOf = (connection) => connection.toLowerCase().replace(/_(pg|db|database|postgres)$/, "");

// The first rule whose pattern fits decides. Parts that do not run in this session leave their names without a value.
const RULES = [
  [/^ODP_ENV(IRONMENT)?$/, () => "test"],
  [/TRINO.*HOST/, () => "127.0.0.1"],
  [/TRINO.*PORT/, ({ ports }) => String(ports.trino)],
  [/TRINO.*(USER|PRINCIPAL)/, () => "odp"],
  // Not the text `odp`: dbt strikes its secrets out of everything that it prints.
  [/TRINO.*(PASSWORD|JWT|TOKEN)/, () => "nobody-asks-for-it"],
  [/TRINO.*SCHEME/, () => "http"],
  [/WAREHOUSE/, (runtime, project) => warehouseOf(runtime, lakeOf(project))],
  [
    /(LAKE|CATALOG|ICEBERG).*(URL|URI|ADDRESS|JDBC)$/,
    (runtime, project) => catalogAddress(runtime, lakeOf(project)),
  ],
  [/(LAKE|CATALOG|ICEBERG).*(DATABASE|DBNAME|DB)$/, (_, project) => lakeOf(project)],
  [/LAKE_CATALOG$/, (_, project) => lakeCatalogOf(project)],
  [/(PASSWORD|SECRET|TOKEN)$/, ({ parts }) => parts.postgres?.password],
  [/(USER|USERNAME)$/, ({ parts }) => parts.postgres?.user],
  [/(HOST|HOSTNAME)$/, ({ parts }) => parts.postgres?.host],
  [/PORT$/, ({ parts }) => parts.postgres && String(parts.postgres.port)],
  [
    /(DATABASE|DBNAME|DB)$/,
    (_, __, name) => databaseOf(name.replace(/^ODP_/, "").replace(/_(DATABASE|DBNAME|DB)$/, "")),
  ],
  [
    /URL$/,
    ({ parts }, _, name) =>
      parts.postgres &&
      `jdbc:postgresql://${parts.postgres.host}:${parts.postgres.port}/${databaseOf(name.replace(/^ODP_/, "").replace(/_(JDBC_)?URL$/, ""))}`,
  ],
];

/**
 * Values of all names that a project refers to.
 * @returns {Record<string, string>}
 */
export function bindingsOf(runtime, project) {
  const pairs = namesIn(project).map(([name, hasDefault]) => {
    const rule = RULES.find(([pattern]) => pattern.test(name));
    if (rule !== undefined) return [name, rule[1](runtime, project, name)];
    if (hasDefault) return [name, undefined];
    throw new Error(`${project.name} refers to ${name}, which no rule of lib/bindings.mjs knows`);
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

const postgresConnection = ({ user, password, host, port }, database) =>
  `postgres://${user}:${password}@${host}:${port}/${database}`;

const airflowConnection = (runtime, project, name) => {
  const { ports, parts } = runtime;
  if (name.includes("TRINO")) return `trino://odp@127.0.0.1:${ports.trino}/lake`;
  if (name.includes("OPENWHISK")) return `http://user:secret@127.0.0.1:${ports.openwhisk}`;
  if (name === "AIRFLOW_CONN_ODP_KAFKA") {
    const extra = { "bootstrap.servers": `127.0.0.1:${ports.kafka}` };
    return JSON.stringify({ conn_type: "kafka", extra });
  }
  if (name.includes("ICEBERG_CATALOG")) return postgresConnection(parts.postgres, lakeOf(project));
  if (name.includes("CONNECT")) return `http://127.0.0.1:${ports.connect}`;
  if (name.includes("SMTP"))
    return `smtp://127.0.0.1:${ports.smtp}/?from_email=odp%40example.com&disable_ssl=true&disable_tls=true`;
  // The catalog of the lake is named as its project names it.
  if (!name.startsWith("AIRFLOW_CONN_ODP_")) {
    const { user, password, host, port } = parts.postgres;
    const extra = {
      type: "sql",
      uri: `postgresql+psycopg2://${user}:${password}@${host}:${port}/${lakeOf(project)}`,
      warehouse: warehouseOf(runtime, lakeOf(project)),
      "py-io-impl": "pyiceberg.io.fsspec.FsspecFileIO",
      init_catalog_tables: "false",
    };
    return JSON.stringify({ conn_type: "iceberg", extra });
  }
  if (/_(PG|DB|POSTGRES)$/.test(name))
    return postgresConnection(parts.postgres, databaseOf(name.replace("AIRFLOW_CONN_ODP_", "")));
  // A service of somebody else, whom no lane calls.
  if (name.endsWith("_PORTAL")) return "https://service.example.com";
  throw new Error(`${project.name} needs the connection ${name}, which lib/bindings.mjs does not know`);
};

/** Values of the AIRFLOW_CONN_ names of a project. */
export function connectionsOf(runtime, project) {
  const text = filesOf(project, "airflow", "connections.env.example").map(readText).join("\n");
  const names = [...text.matchAll(/^#?\s*(AIRFLOW_CONN_[A-Z0-9_]+)=/gm)].map(([, name]) => name);
  return Object.fromEntries(names.map((name) => [name, airflowConnection(runtime, project, name)]));
}

/** A text with every `${ENV:NAME}` in place. */
export function withValues(text, values) {
  return text.replace(/\$\{ENV:([A-Za-z0-9_]+)\}/g, (reference, name) => {
    if (values[name] === undefined) throw new Error(`no value for ${reference}`);
    return values[name];
  });
}
