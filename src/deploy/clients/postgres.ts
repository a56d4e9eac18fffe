import type { ClientConfig } from "pg";
import type { Address } from "../connections.ts";

export type Row = Readonly<Record<string, unknown>>;

/** One session on a database. */
export interface Database {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

const SECONDS = 10;

/** Opens a session; each statement is its own transaction. */
export async function openPostgres(address: Address): Promise<Database> {
  const { default: pg } = await import("pg");
  const { host, user, password, database, extra } = address;
  const port = address.port ?? 5432;
  const client = new pg.Client({
    host,
    port,
    user,
    password,
    database,
    application_name: "odp",
    connectionTimeoutMillis: SECONDS * 1000,
    ...encryption(extra.get("sslmode")),
  });
  // A session that breaks off between two statements shows at the next one.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `PostgreSQL ${host}:${port}/${database}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return {
    query: async (text, values = []) => (await client.query<Row>(text, [...values])).rows ?? [],
    close: () => client.end(),
  };
}

/** As libpq: `require` encrypts without looking at the certificate. */
function encryption(mode: string | undefined): Pick<ClientConfig, "ssl"> {
  if (mode === "verify-full" || mode === "verify-ca") return { ssl: { rejectUnauthorized: true } };
  return mode === "require" ? { ssl: { rejectUnauthorized: false } } : {};
}
