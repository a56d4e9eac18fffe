import type { AnyColumn, Column, Columns, ValueKind } from "./column.ts";
import { erased } from "./erase.ts";
import { type Captured, type Relation, relation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import { DECLARATION } from "./symbols.ts";
import type { Described, Duration, FormerNames, Raw, Secret } from "./values.ts";

/** What a captured table says besides its columns. */
export interface TableOptions<C extends Columns = Columns> extends Described {
  /**
   * `"full"` sends whole old rows with every change: deletes keep their values and large unchanged values are never
   * left out, for more WAL. Default: `"default"`, the primary key only.
   */
  readonly identity?: "default" | "full";
  /** The key, where it is not declared on the columns: the columns of a unique index that is the replica identity. */
  readonly keys?: readonly (keyof C & string)[];
  /** Rows in the table, roughly; above 10 million the current state is bucketed. Default: 1,000,000. */
  readonly estimatedRows?: number;
  /** How long deleted rows are kept as tombstones. Default: kept for ever. */
  readonly keepDeleted?: Duration;
  /** Its name in PostgreSQL before it was renamed there; its topic, changelog and history stay. */
  readonly movedFrom?: FormerNames;
}

/** A table with options; a plain map of columns is a table without. */
export interface Table<C extends Columns = Columns> {
  readonly kind: "table-options";
  readonly columns: C;
  readonly options: TableOptions;
}

/** Columns of a table with options: its identity, its keys, its size. */
export function table<C extends Columns>(columns: C, options: TableOptions<NoInfer<C>>): Table<C> {
  return Object.freeze({
    kind: "table-options",
    columns,
    options: erased<TableOptions>(Object.freeze(options)),
  });
}

type TableSpec = Columns | Table;
type Tables = Readonly<Record<string, TableSpec>>;
type ColumnsOf<T> = T extends Table<infer C> ? C : T extends Columns ? T : never;

/** `"customers.id"` and `"billing.invoices.id"`: every column of the source, the choices of `.references(..)`. */
type Paths<T extends Tables, S extends Readonly<Record<string, Tables>>> =
  | { [A in keyof T & string]: `${A}.${keyof ColumnsOf<T[A]> & string}` }[keyof T & string]
  | {
      [Q in keyof S & string]: {
        [A in keyof S[Q] & string]: `${Q}.${A}.${keyof ColumnsOf<S[Q][A]> & string}`;
      }[keyof S[Q] & string];
    }[keyof S & string];

type CheckedColumns<C, P extends string> = {
  [N in keyof C]: C[N] extends Column<
    infer K extends ValueKind,
    infer Null extends boolean,
    infer R extends string
  >
    ? [R] extends [never]
      ? C[N]
      : R extends P
        ? C[N]
        : Column<K, Null, P>
    : AnyColumn;
};
type Checked<T, P extends string> = {
  [A in keyof T]: T[A] extends Table<infer C>
    ? Table<C> & { readonly columns: CheckedColumns<C, P> }
    : CheckedColumns<T[A], P>;
};

/** A PostgreSQL database whose tables are captured. */
export interface PostgresSpec<
  T extends Tables = Tables,
  S extends Readonly<Record<string, Tables>> = Readonly<Record<string, Tables>>,
> extends Described {
  /** Name of the connection: host, port, database, user and password are read from it by each system. */
  readonly connection: Secret;
  /** Tables of the schema named by `schema`. A table that is not listed is not captured. */
  readonly tables: T;
  /** Schema of `tables`. Default: `"public"`. */
  readonly schema?: string;
  /** Tables of further schemas, read as `source.schema.table`. */
  readonly schemas?: S;
  /**
   * Generation of the source, from 1. Raise it after a restore, a move to another cluster, a lost slot or recreated
   * topics: a new snapshot is taken, and the tables behind stay the same. Default: 1.
   */
  readonly epoch?: number;
  /** How often the sink commits to Iceberg. Default: `"60s"`. */
  readonly commitEvery?: Duration;
  /** How long Kafka keeps the changes; it must be longer than any outage. Default: `"7d"`. */
  readonly retention?: Duration;
  /** The longest outage of the lake that no change may be lost in; `retention` is checked against it. Default: `"3d"`. */
  readonly longestOutage?: Duration;
  /** WAL that the slot may hold back before PostgreSQL gives it up, in megabytes. Default: 51,200. */
  readonly maxSlotWalMegabytes?: number;
  /** Partitions of each topic; order holds within a key. Default: 1. */
  readonly partitions?: number;
  /** Losses on the way from PostgreSQL that are accepted for all its columns, by slug, for example `"infinity"`. */
  readonly allowLoss?: readonly string[];
  /** Raw settings of the two connectors. */
  readonly connect?: { readonly source?: Raw; readonly sink?: Raw };
  /** Its name before it was renamed; its slot, topics, connectors, changelogs and DAG keep the oldest one. */
  readonly movedFrom?: FormerNames;
  /**
   * Refuses to lose changes: a table is not taken out of the publication, the state is not built from nothing, and no
   * command that removes data is written down. Default: false.
   */
  readonly protect?: boolean;
}

/** A captured table, as the compiler sees it. */
export interface TableDeclaration {
  readonly kind: "table";
  /** `shop.orders`, or `shop.billing.invoices` for a table of a further schema. */
  readonly name: string;
  readonly source: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: Columns;
  readonly options: TableOptions;
}

/** A source, as the compiler sees it. */
export interface PostgresDeclaration {
  readonly kind: "postgres";
  readonly name: string;
  readonly spec: PostgresSpec;
  readonly tables: readonly TableDeclaration[];
  readonly site: Site;
}

type TableHandle<R extends string, T> = Relation<R, ColumnsOf<T>> & Captured;
type SourceHandle<N extends string, T extends Tables, S extends Readonly<Record<string, Tables>>> = {
  readonly [A in keyof T & string]: TableHandle<`${N}.${A}`, T[A]>;
} & {
  readonly [Q in keyof S & string]: {
    readonly [A in keyof S[Q] & string]: TableHandle<`${N}.${Q}.${A}`, S[Q][A]>;
  };
} & { readonly [DECLARATION]: PostgresDeclaration };

/**
 * Captures tables of a PostgreSQL database.
 *
 * ```ts
 * export const shop = postgres("shop", {
 *   connection: secret("shop_pg"),
 *   tables: { orders: { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2) } },
 * });
 * ```
 * It becomes a publication and a slot, a Debezium connector, one topic a table, an Iceberg sink, a bronze table and a
 * dbt model of the current state for each table.
 */
export function postgres<
  const N extends string,
  T extends Tables,
  S extends Readonly<Record<string, Tables>> = Record<never, never>,
>(
  name: N,
  spec: Omit<PostgresSpec, "tables" | "schemas"> & {
    readonly tables: T & Checked<T, Paths<T, S>>;
    readonly schemas?: S & { readonly [Q in keyof S]: Checked<S[Q], Paths<T, S>> } & {
      readonly [Q in keyof T]?: never;
    };
  },
): SourceHandle<N, T, S> {
  const known: PostgresSpec = spec;
  const tables: TableDeclaration[] = [];
  const handle: Record<PropertyKey, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(known.tables ?? {}))
    handle[key] = add(
      tables,
      { source: name, schema: known.schema ?? "public", table: key, name: `${name}.${key}` },
      value,
    );
  for (const [schema, members] of Object.entries(known.schemas ?? {})) {
    const inner: Record<string, unknown> = Object.create(null);
    for (const [key, value] of Object.entries(members))
      inner[key] = add(tables, { source: name, schema, table: key, name: `${name}.${schema}.${key}` }, value);
    handle[schema] = Object.freeze(inner);
  }
  const declaration: PostgresDeclaration = Object.freeze({
    kind: "postgres",
    name,
    spec: Object.freeze(known),
    tables: Object.freeze(tables),
    site: callSite(postgres),
  });
  Object.defineProperty(handle, DECLARATION, { value: declaration });
  return erased(Object.freeze(handle));
}

function add(
  tables: TableDeclaration[],
  where: Pick<TableDeclaration, "source" | "schema" | "table" | "name">,
  spec: TableSpec,
): unknown {
  const { columns, options } = isTable(spec) ? spec : { columns: spec, options: {} };
  const declaration: TableDeclaration = Object.freeze({ kind: "table", ...where, columns, options });
  tables.push(declaration);
  return relation({ declaration, face: "current", columns: columns ?? {} });
}

function isTable(spec: TableSpec): spec is Table {
  return (
    typeof spec === "object" && spec !== null && "kind" in spec && (spec.kind as unknown) === "table-options"
  );
}
