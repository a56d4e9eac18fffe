import { erased } from "./erase.ts";
import type { Sql } from "./sql.ts";
import { COLUMN, SQL } from "./symbols.ts";

/** The families by which charts, metrics and periods tell columns apart. */
export type ValueKind = "text" | "number" | "date" | "instant" | "time" | "boolean" | "binary" | "other";

/** A type as written: its name in the system's own spelling, and its arguments. */
export interface TypeName {
  readonly name: string;
  /** Precision, scale, length. */
  readonly args?: readonly number[];
  /** Its own name in the database, for enums and domains. */
  readonly databaseName?: string;
  /** Element of an array. */
  readonly element?: TypeName;
  /** Labels of an enum. */
  readonly labels?: readonly string[];
  /** Target model type where the source type has no single one (unconstrained `numeric`). */
  readonly as?: TypeName;
  /** Fields of a row. */
  readonly fields?: readonly { readonly name: string; readonly type: TypeName }[];
}

export type Severity = "warn" | "error";

/** A condition on one column; `{column}` is not needed: the expression names it. */
export interface ColumnCheck {
  readonly expression: string | Sql;
  readonly severity: Severity;
}

/** What a column says, as data. */
export interface ColumnSpec {
  readonly vocabulary: "pg" | "t";
  readonly type: TypeName;
  readonly kind: ValueKind;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly accepted?: readonly (string | number)[];
  readonly references?: string;
  readonly checks: readonly ColumnCheck[];
  /** Kind of personal data, for example `email`. */
  readonly pii?: string;
  readonly description?: string;
  /** Losses of the way from PostgreSQL that its owner accepts, by slug. */
  readonly allowedLosses: readonly string[];
}

/** A column of a table or model. `K` is its family, `N` whether it may be null, `R` the path it refers to. */
export interface Column<
  K extends ValueKind = ValueKind,
  N extends boolean = boolean,
  R extends string = never,
> {
  readonly [COLUMN]: ColumnSpec & { readonly kind: K; readonly nullable: N; readonly references?: R };
  /** Part of the primary key; never null. Several columns make a compound key, in the order written. */
  primaryKey(): Column<K, false, R>;
  /** May be null. Columns are not null unless they say so; dbt tests it. */
  nullable(): Column<K, true, R>;
  /** No two rows share a value; dbt tests it. */
  unique(): Column<K, N, R>;
  /** The only values it may hold; dbt tests it. */
  accepted(...values: readonly (string | number)[]): Column<K, N, R>;
  /** Each value exists in another column: `"table.column"` or `"schema.table.column"` of the same source, or `"model.column"`. */
  references<const P extends string>(path: P): Column<K, N, P>;
  /** A condition that holds for each row, as a Trino expression, for example `"total >= 0"`. Default severity: `error`. */
  check(expression: string | Sql, options?: { readonly severity?: Severity }): Column<K, N, R>;
  /** Personal data of this kind, for example `"email"`; it may reach an output only with consent. */
  pii(kind: string): Column<K, N, R>;
  /** What it holds, for readers. Default: the TSDoc comment above it. */
  describe(text: string): Column<K, N, R>;
  /** Accepts named losses on the way from PostgreSQL, for example `"infinity"`; see `odp explain lossy-column`. */
  allowLoss(...losses: readonly string[]): Column<K, N, R>;
}

export type AnyColumn = Column<ValueKind, boolean, string>;

/** Columns by name, in the order in which they are written. */
export type Columns = Readonly<Record<string, AnyColumn>>;

export type KindOf<C> = C extends { readonly [COLUMN]: { readonly kind: infer K extends ValueKind } }
  ? K
  : never;

/** Names of the columns of one family. */
export type NamesOfKind<C extends Columns, K extends ValueKind> = {
  [N in keyof C & string]: KindOf<C[N]> extends K ? N : never;
}[keyof C & string];

// One shared set of methods: a project may hold hundreds of thousands of columns.
const methods = {
  primaryKey(this: AnyColumn) {
    return changed(this, { primaryKey: true, nullable: false });
  },
  nullable(this: AnyColumn) {
    return changed(this, { nullable: true });
  },
  unique(this: AnyColumn) {
    return changed(this, { unique: true });
  },
  accepted(this: AnyColumn, ...values: readonly (string | number)[]) {
    return changed(this, { accepted: Object.freeze([...values]) });
  },
  references(this: AnyColumn, path: string) {
    return changed(this, { references: path });
  },
  check(this: AnyColumn, expression: string | Sql, options: { readonly severity?: Severity } = {}) {
    const check = Object.freeze({ expression, severity: options.severity ?? "error" });
    return changed(this, { checks: Object.freeze([...this[COLUMN].checks, check]) });
  },
  pii(this: AnyColumn, kind: string) {
    return changed(this, { pii: kind });
  },
  describe(this: AnyColumn, text: string) {
    return changed(this, { description: text });
  },
  allowLoss(this: AnyColumn, ...losses: readonly string[]) {
    return changed(this, { allowedLosses: Object.freeze([...this[COLUMN].allowedLosses, ...losses]) });
  },
};

function changed(column: AnyColumn, change: Partial<ColumnSpec>): AnyColumn {
  return fromSpec({ ...column[COLUMN], ...change });
}

function fromSpec(spec: ColumnSpec): AnyColumn {
  return erased(Object.freeze({ __proto__: methods, [COLUMN]: spec }));
}

const NONE: readonly never[] = Object.freeze([]);

/** A column of the given type, not null, with nothing else said. */
export function column<K extends ValueKind>(
  vocabulary: "pg" | "t",
  kind: K,
  type: TypeName,
): Column<K, false> {
  const spec: ColumnSpec = {
    vocabulary,
    type: Object.freeze(type),
    kind,
    nullable: false,
    primaryKey: false,
    unique: false,
    checks: NONE,
    allowedLosses: NONE,
  };
  return erased(fromSpec(spec));
}

/** Whether a value is a column made by `pg.*` or `t.*`. */
export function isColumn(value: unknown): value is AnyColumn {
  return typeof value === "object" && value !== null && COLUMN in value;
}

/** Whether a value is an `sql` template; here, so that columns need not import the template's code. */
export function isSqlValue(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && SQL in value;
}
