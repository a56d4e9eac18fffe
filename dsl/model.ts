import type { Columns } from "./column.ts";
import { erased } from "./erase.ts";
import type { Materialization } from "./materialization.ts";
import { type Relation, relation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Sql } from "./sql.ts";
import type { ModelTest, UnitTest } from "./test.ts";
import type { Described, Duration, FormerNames, Raw } from "./values.ts";

/** The layer of a model: it decides its schema, its folder, and what reviewers expect of it. */
export type Layer = "staging" | "intermediate" | "mart" | "model";

/** What a model says. */
export interface ModelSpec<C extends Columns = Columns> extends Described {
  /** Its columns in order; the contract that its query is checked against. */
  readonly columns: C;
  readonly sql: Sql;
  /** What one row is. It becomes the merge key, the unique test and the guard against fan-out. */
  readonly grain?: readonly (keyof C & string)[];
  /** Default: `"view"` for staging and intermediate, `"table"` for marts and models. */
  readonly materialize?: Materialization<NoInfer<C>>;
  readonly tests?: readonly ModelTest<keyof C & string>[];
  readonly unitTests?: readonly UnitTest<keyof C & string>[];
  /** Whether dbt enforces the columns' names and types on every build. Default: true where an output or another pipeline reads it. */
  readonly contract?: boolean;
  /** How long one build takes; it counts for ages. Default: `"15m"`. */
  readonly takes?: Duration;
  /** Iceberg partitioning, in Trino's transforms, for example `["month(day)"]`. Default: by month of the period, else none. */
  readonly partitionBy?: readonly string[];
  /** Columns that files are sorted by. */
  readonly sortBy?: readonly (keyof C & string)[];
  /** Raw dbt settings of the model. */
  readonly dbt?: Raw;
  /** Warnings that do not apply here, by slug, each with its reason. */
  readonly allow?: Readonly<Record<string, string>>;
  /** Its name before it was renamed; its table is renamed before the next build, and keeps its rows. */
  readonly movedFrom?: FormerNames;
  /** Whether dbt refuses to rebuild it from nothing, `--full-refresh` or not: what it holds cannot be computed again. Default: false. */
  readonly protect?: boolean;
}

/** A model, as the compiler sees it. */
export interface ModelDeclaration {
  readonly kind: "model";
  readonly name: string;
  readonly layer: Layer;
  readonly spec: ModelSpec;
  readonly site: Site;
}

type MakeModel = <const N extends string, C extends Columns>(name: N, spec: ModelSpec<C>) => Relation<N, C>;

function maker(layer: Layer): MakeModel {
  const make: MakeModel = (name, spec) => {
    const declaration: ModelDeclaration = Object.freeze({
      kind: "model",
      name,
      layer,
      spec: erased<ModelSpec>(Object.freeze(spec)),
      site: callSite(make),
    });
    return relation({ declaration, face: "current", columns: spec.columns ?? {} });
  };
  return make;
}

/** Renames and casts of one source table; a view. */
export const staging = maker("staging");
/** Joins and rules between staging and marts; a view. */
export const intermediate = maker("intermediate");
/** What dashboards and reports read; a table. */
export const mart = maker("mart");
/** A model outside the layers; a table. */
export const model = maker("model");
