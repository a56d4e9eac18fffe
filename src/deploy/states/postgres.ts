import type { SourcePlan } from "../../../compiler/plan/sources.ts";
import type { Database } from "../clients/postgres.ts";
import type { Facets } from "../compare.ts";
import type { Of, Scope, State } from "../state.ts";

const PUBLISHED = "published";
const IDENTITY = "replica identity";
const NAMES: Readonly<Record<string, string>> = { d: "default", f: "full", i: "index", n: "nothing" };

/** Statements for a database: the tables that they make, the publication and what it holds, replica identities. */
export const postgres: State<"postgres"> = {
  wanted: (operation, scope) => {
    const source = capturedBy(operation, scope);
    return new Map([
      ...tablesIn(operation).map((table) => [`table ${table}`, "there"] as const),
      ...(source === undefined ? [] : captureFacets(source)),
    ]);
  },
  now: async (operation, scope) => {
    const database = await scope.world.database(operation.connection);
    const source = capturedBy(operation, scope);
    const found = new Map<string, string>();
    for (const table of tablesIn(operation)) {
      const [row] = await database.query("select to_regclass($1) is not null as there", [table]);
      if (row?.there === true) found.set(`table ${table}`, "there");
    }
    if (source !== undefined)
      for (const [facet, value] of await readCapture(database, source)) found.set(facet, value);
    return [...found.keys()].some((facet) => !facet.startsWith(IDENTITY)) ? found : undefined;
  },
  losses: (_, changes) =>
    changes.flatMap(({ facet, now, wanted }) => {
      if (facet.startsWith(PUBLISHED) && now !== undefined && wanted === undefined)
        return [`changes of ${facet.slice(PUBLISHED.length + 1)} are no longer published`];
      if (facet.startsWith(IDENTITY) && now === "full" && wanted !== undefined)
        return [
          `${facet.slice(IDENTITY.length + 4)} no longer logs old rows: large values that do not change arrive as placeholders`,
        ];
      return [];
    }),
  obstacles: () => [],
  action: (operation, changes, exists) => {
    if (changes.length === 0) return "check";
    return exists ? `run ${operation.file}` : `run ${operation.file}, for the first time`;
  },
  apply: async ({ connection, statements }, { world }) => {
    const database = await world.database(connection);
    for (const statement of statements) await database.query(statement);
  },
};

/** The source whose capture the statements prepare; they make a publication. */
function capturedBy(operation: Of<"postgres">, { plan }: Scope): SourcePlan | undefined {
  const source = plan.sources.find(({ name }) => name === operation.source);
  return operation.statements.some((statement) => statement.includes("create publication"))
    ? source
    : undefined;
}

function tablesIn({ statements }: Of<"postgres">): readonly string[] {
  return statements.flatMap((statement) => {
    const name = /^create table if not exists (\S+) \(/.exec(statement)?.[1];
    return name === undefined ? [] : [name];
  });
}

function captureFacets(source: SourcePlan): readonly (readonly [string, string])[] {
  const own = ["heartbeat", "debezium_signal"].map((name) => `${source.odpSchema}.${name}`);
  const tables = source.tables.map(({ schema, table }) => `${schema}.${table}`);
  return [
    ...[...tables, ...own].map((table) => [`${PUBLISHED} ${table}`, "yes"] as const),
    // An index may have been chosen by hand; the statements leave it.
    ...source.tables
      .filter(({ identity }) => identity === "full")
      .map(({ schema, table }) => [`${IDENTITY} of ${schema}.${table}`, "full"] as const),
  ];
}

async function readCapture(database: Database, source: SourcePlan): Promise<Facets> {
  const published = await database.query(
    "select schemaname || '.' || tablename as name from pg_publication_tables where pubname = $1",
    [source.publication],
  );
  const identities = await database.query(
    "select n.nspname || '.' || c.relname as name, c.relreplident as identity from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname || '.' || c.relname = any($1)",
    [
      source.tables
        .filter(({ identity }) => identity === "full")
        .map(({ schema, table }) => `${schema}.${table}`),
    ],
  );
  return new Map([
    ...published.map(({ name }) => [`${PUBLISHED} ${String(name)}`, "yes"] as const),
    ...identities.map(
      ({ name, identity }) =>
        [`${IDENTITY} of ${String(name)}`, NAMES[String(identity)] ?? String(identity)] as const,
    ),
  ]);
}
