// Airflow's connections, from the environment, in both of its forms. `odp deploy` and the DAGs so speak to the same
// systems by the same names. Source: Airflow 3, "Managing Connections".

/** Where a system is, and how to log in. */
export interface Address {
  readonly id: string;
  readonly kind: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly extra: ReadonlyMap<string, string>;
}

/** Name of the variable that holds a connection. */
export const variableOf = (id: string): string => `AIRFLOW_CONN_${id.toUpperCase()}`;

/** A connection that is not set, or cannot be read. */
export class ConnectionProblem extends Error {}

/** Reads a connection; says what to set where it is missing. */
export function readConnection(environment: NodeJS.ProcessEnv, id: string): Address {
  const name = variableOf(id);
  const text = environment[name];
  if (text === undefined || text === "")
    throw new ConnectionProblem(
      `${name} is not set; the names of all are in airflow/connections.env.example`,
    );
  try {
    return text.trimStart().startsWith("{") ? fromJson(id, text) : fromUri(id, text);
  } catch {
    // The text holds a password, so nothing of it is shown.
    throw new ConnectionProblem(`${name} is neither a URI nor JSON of a connection`);
  }
}

function fromUri(id: string, text: string): Address {
  const url = new URL(text);
  const decode = decodeURIComponent;
  return {
    id,
    kind: url.protocol.replace(/:$/, ""),
    host: decode(url.hostname),
    port: url.port === "" ? undefined : Number(url.port),
    user: decode(url.username),
    password: decode(url.password),
    database: decode(url.pathname.replace(/^\//, "")),
    extra: new Map(url.searchParams),
  };
}

function fromJson(id: string, text: string): Address {
  const fields: unknown = JSON.parse(text);
  const extra = field(fields, "extra");
  const entries: unknown = typeof extra === "string" && extra !== "" ? JSON.parse(extra) : extra;
  const port = textOf(field(fields, "port"));
  return {
    id,
    kind: textOf(field(fields, "conn_type")),
    host: textOf(field(fields, "host")),
    port: port === "" ? undefined : Number(port),
    user: textOf(field(fields, "login")),
    password: textOf(field(fields, "password")),
    database: textOf(field(fields, "schema")),
    extra: new Map(
      typeof entries === "object" && entries !== null
        ? Object.entries(entries).map(([key, value]) => [key, textOf(value)])
        : [],
    ),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

const textOf = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
