import type { Severity } from "../../dsl/column.ts";
import type { Layer } from "../../dsl/model.ts";
import type { Graph, NodeId } from "../graph/graph.ts";

/** A relation as dbt names it. */
export type DbtRef =
  | { readonly kind: "ref"; readonly model: string }
  | { readonly kind: "source"; readonly source: string; readonly table: string };

/** A piece of one line of SQL: the user's own text, a relation, or a relation of which only the window is read. */
export type DbtPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "relation"; readonly ref: DbtRef }
  | {
      readonly kind: "recent";
      readonly ref: DbtRef;
      readonly instant: string;
      readonly unit: PeriodUnit;
      readonly alias: string | null;
    };

/** What a period spans; it widens the upper edge of the range that is read for a backfill. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

/** One line of SQL, without its line break and common indentation. */
export interface DbtLine {
  readonly pieces: readonly DbtPiece[];
  /** True where the line begins inside a string or quoted name, so that indenting it would change the value. */
  readonly isInsideText: boolean;
}

/** SQL as dbt prints it. */
export type DbtSql = readonly DbtLine[];

/** A data test of dbt that stands on a column or a model. */
export type DbtTest = { readonly severity: Severity; readonly description: string } & (
  | { readonly kind: "not_null" | "unique"; readonly column: string }
  | {
      readonly kind: "accepted_values";
      readonly column: string;
      readonly values: readonly (string | number)[];
    }
  | {
      readonly kind: "relationships";
      readonly tags: readonly string[];
      readonly name: string;
      readonly column: string;
      readonly to: DbtRef;
      readonly field: string;
    }
  | { readonly kind: "unique_combination"; readonly columns: readonly string[] }
  /** A condition on each row; on a column where it is a check of that column. */
  | {
      readonly kind: "expression";
      readonly name: string | null;
      readonly expression: string;
      readonly column: string | null;
    }
  | { readonly kind: "row_count"; readonly min: number | null; readonly max: number | null }
);

/** A query for wrong rows, in a file of its own. */
export interface DbtSingularTest {
  /** The model or seed that it tests. */
  readonly id: NodeId;
  readonly name: string;
  /** The user's file. */
  readonly file: string;
  readonly description: string;
  readonly severity: Severity;
  /** So that it may read models which are private to the group. */
  readonly group: string | null;
  readonly tags: readonly string[];
  readonly sql: DbtSql;
  /** Where set, `sql` is a condition on each row of this relation, not a query. */
  readonly conditionOn: DbtRef | null;
}

export interface DbtColumn {
  readonly name: string;
  readonly description: string;
  /** In Trino's spelling: `decimal(38, 2)`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly pii: string | null;
}

/** How a model is stored and built. */
export type DbtMaterialization =
  | { readonly kind: "view" }
  | { readonly kind: "table" }
  /** The periods of the window are replaced in one statement. */
  | {
      readonly kind: "periods";
      readonly period: string;
      readonly recompute: number;
      readonly unit: "day" | "month";
      readonly zone: string;
      readonly key: readonly string[];
    }
  | { readonly kind: "merge"; readonly key: readonly string[]; readonly watermark: DbtWatermark | null };

/** A column that only grows, and how far below its highest stored value rows are read again. */
export interface DbtWatermark {
  readonly column: string;
  /** Times are never taken from the future, and know an overlap; numbers are taken as they are. */
  readonly overlap: {
    readonly count: number;
    readonly unit: "day" | "month";
    readonly isDate: boolean;
  } | null;
}

/** How rows of periods older than the window are compared with the query; see `lower/dbt-late-changes.ts`. */
export interface DbtLateChanges {
  /** The test of periods that a recently changed input row belongs to; only where there are suspects. */
  readonly name: string;
  /** The test of every period. */
  readonly fullName: string;
  /** Queries for the column `period`: what changed recently. Null where the query does not show them. */
  readonly suspects: readonly DbtSql[] | null;
}

/** A model of the user's. Models of captured tables follow from `SourcePlan`. */
export interface DbtModel {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly layer: Layer;
  readonly schema: string;
  readonly description: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly tags: readonly string[];
  readonly access: "private" | "protected" | "public";
  readonly contract: boolean;
  /** How long one build usually takes, where its author says so: `"5m"`. */
  readonly takes: string | null;
  readonly materialize: DbtMaterialization;
  readonly columns: readonly DbtColumn[];
  readonly sql: DbtSql;
  readonly partitionBy: readonly string[];
  readonly sortBy: readonly string[];
  readonly config: readonly (readonly [string, string | number | boolean])[];
  readonly tests: readonly DbtTest[];
  readonly unitTests: readonly DbtUnitTest[];
  readonly lateChanges: DbtLateChanges | null;
  readonly protect: boolean;
}

/** Rows of a relation, each column with its type. */
export interface DbtFixture {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** In the order of `columns`. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

export interface DbtUnitTest {
  readonly name: string;
  readonly description: string;
  /** Every input of the model; one that the test does not name is empty. */
  readonly given: readonly { readonly input: DbtRef; readonly fixture: DbtFixture }[];
  readonly expect: DbtFixture;
  readonly isIncremental: boolean;
}

export interface DbtSeed {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly schema: string;
  readonly description: string;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly columns: readonly DbtColumn[];
  /** The user's CSV file as it is, or rows in the order of the columns. */
  readonly content:
    | { readonly csv: string }
    | { readonly rows: readonly (readonly (string | number | boolean | null)[])[] };
  readonly tests: readonly DbtTest[];
}

/** A table that somebody else writes. */
export interface DbtExternal {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** Name of the dbt source. */
  readonly source: string;
  /** Null: the lake's catalog, which the profile names. */
  readonly catalog: string | null;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly DbtColumn[];
  readonly tests: readonly DbtTest[];
  readonly landedBy: string;
  readonly freshSeconds: number;
  readonly landedAt: string | null;
}

/** A dashboard, report or action, as a reader of models. */
export interface DbtExposure {
  readonly id: NodeId;
  /** Unique over all kinds: `dashboard_sales`. */
  readonly name: string;
  readonly file: string;
  readonly label: string;
  readonly type: "dashboard" | "application";
  readonly description: string;
  readonly owner: string;
  readonly url: string | null;
  readonly tags: readonly string[];
  /** How old its data may be at worst: `"3h"`. */
  readonly freshWithin: string | null;
  /** Personal data that it may show, and why. */
  readonly personalData: { readonly allow: readonly string[]; readonly reason: string } | null;
  readonly dependsOn: readonly DbtRef[];
}

/** A named set of dbt nodes: what one task of Airflow builds. */
export interface DbtSelector {
  readonly name: string;
  readonly description: string;
  /** Tag of everything in it: a new model then changes no file but its own. */
  readonly tag: string | null;
  /** A folder below `models/`, for all that is in it. */
  readonly folder: readonly string[] | null;
  /** Names of models and seeds, sorted. */
  readonly nodes: readonly string[];
  /** Tests that dbt would not take along, since they read what the nodes do not. */
  readonly tests: readonly string[];
  /** Whether the tests of the nodes run too. */
  readonly isTested: boolean;
  /** Whether tests that compute a whole model again stay out; the maintenance runs them by their tag. */
  readonly isWithoutComparisons: boolean;
}

/** A table that keeps its rows under a new name. */
export interface DbtMove {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
  /** The model or seed that owns the table now. */
  readonly node: string;
}

export interface DbtPlan {
  /** Name of the dbt project and of its profile. */
  readonly project: string;
  readonly models: readonly DbtModel[];
  readonly seeds: readonly DbtSeed[];
  readonly externals: readonly DbtExternal[];
  readonly exposures: readonly DbtExposure[];
  readonly singularTests: readonly DbtSingularTest[];
  readonly selectors: readonly DbtSelector[];
  /** Owners of models, for groups. */
  readonly groups: readonly { readonly name: string; readonly owner: string }[];
  readonly moves: readonly DbtMove[];
}

export type LowerDbt = (graph: Graph) => DbtPlan;
