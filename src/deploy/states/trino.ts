import { connection } from "../../../compiler/plan/names.ts";
import { sqlString } from "../../../compiler/text/sql.ts";
import type { Facets } from "../compare.ts";
import type { Of, Scope, State } from "../state.ts";

/** Schemas and changelogs of a source in the lake: a facet a column of each changelog. */
export const trino: State<"trino"> = {
  wanted: (operation, scope) => {
    const columns = tablesOf(operation, scope).flatMap(({ lakeTable, columns: all }) =>
      all.map(({ name, bronzeType }) => [`${lakeTable}.${name}`, bronzeType] as const),
    );
    return new Map(columns);
  },
  now: async (operation, scope) => {
    const { catalog } = scope.plan.config;
    const client = scope.world.trino(connection.trino);
    const tables = tablesOf(operation, scope);
    const schema = tables[0]?.bronzeSchema;
    if (schema === undefined) return undefined;
    const rows = await client.query(
      `select table_name, column_name, data_type from "${catalog}".information_schema.columns where table_schema = ${sqlString(schema)}`,
    );
    const declared = new Map(
      tables.map((table) => [table.lakeTable, new Set(table.columns.map(({ name }) => name))]),
    );
    const found: Facets = new Map(
      rows
        .map(([table, column, type]) => [String(table), String(column), String(type)] as const)
        .filter(([table, column]) => declared.get(table)?.has(column))
        .map(([table, column, type]) => [`${table}.${column}`, type]),
    );
    return rows.length === 0 ? undefined : found;
  },
  losses: () => [],
  obstacles: (_, changes) =>
    changes
      .filter(({ now }) => now !== undefined)
      .map(
        ({ facet, now, wanted }) =>
          `column ${facet} of the changelog is ${now}, wanted ${wanted}: the sink fails or corrupts values; move the table away, raise the epoch of the source and deploy again`,
      ),
  action: (_, changes, exists) =>
    exists ? `add ${changes.map(({ facet }) => facet).join(", ")}` : "create schemas and tables",
  apply: async ({ statements }, { world }) => {
    const client = world.trino(connection.trino);
    for (const statement of statements) await client.query(statement);
  },
};

function tablesOf({ source }: Of<"trino">, { plan }: Scope) {
  return plan.sources.find(({ name }) => name === source)?.tables ?? [];
}
