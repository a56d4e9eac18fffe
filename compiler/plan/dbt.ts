import type { NodeId, Graph } from "../graph/graph.ts";
import type { SqlPiece } from "../graph/sql-text.ts";
import type { Materialization } from "../../dsl/materialization.ts";
import type { Layer } from "../../dsl/model.ts";
import type { Severity } from "../../dsl/column.ts";
import type { FixtureRow } from "../../dsl/test.ts";

/** A relation as dbt names it. */
export type DbtRef = { readonly kind: "ref"; readonly model: string } | { readonly kind: "source"; readonly source: string; readonly table: string };

/** SQL as dbt prints it. */
export type DbtSql = readonly (
  | Exclude<SqlPiece, { readonly kind: "relation" }>
  | { readonly kind: "relation"; readonly ref: DbtRef }
)[];

/** A data test of dbt. */
export type DbtTest =
  | { readonly kind: "not_null" | "unique"; readonly column: string; readonly severity: Severity }
  | { readonly kind: "accepted_values"; readonly column: string; readonly values: readonly (string | number)[]; readonly severity: Severity }
  | { readonly kind: "relationships"; readonly column: string; readonly to: DbtRef; readonly field: string; readonly severity: Severity }
  | { readonly kind: "unique_combination"; readonly columns: readonly string[]; readonly severity: Severity }
  | { readonly kind: "expression"; readonly name: string; readonly expression: DbtSql; readonly column: string | null; readonly severity: Severity }
  | { readonly kind: "row_count"; readonly min: number | null; readonly max: number | null; readonly severity: Severity }
  /** A query for wrong rows, in a file of its own. */
  | { readonly kind: "singular"; readonly name: string; readonly sql: DbtSql; readonly severity: Severity; readonly description: string };

export interface DbtColumn {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly pii: string | null;
}

/** A model of the user's. Models of captured tables follow from `SourcePlan`. */
export interface DbtModel {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly layer: Layer;
  readonly schema: string;
  readonly description: string;
  readonly owner: string;
  readonly tags: readonly string[];
  readonly access: "private" | "protected" | "public";
  readonly contract: boolean;
  readonly materialize: Materialization;
  readonly grain: readonly string[];
  readonly columns: readonly DbtColumn[];
  readonly sql: DbtSql;
  readonly partitionBy: readonly string[];
  readonly sortBy: readonly string[];
  readonly config: readonly (readonly [string, string | number | boolean])[];
  readonly tests: readonly DbtTest[];
  readonly unitTests: readonly DbtUnitTest[];
  /** Name before a rename, whose table is moved. */
  readonly movedFrom: string | null;
  readonly protect: boolean;
}

export interface DbtUnitTest {
  readonly name: string;
  readonly description: string;
  readonly given: readonly { readonly input: DbtRef; readonly rows: readonly FixtureRow[] }[];
  readonly expect: readonly FixtureRow[];
}

export interface DbtSeed {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly columns: readonly DbtColumn[];
  readonly rows: readonly FixtureRow[];
  readonly tests: readonly DbtTest[];
}

/** A table that somebody else writes. */
export interface DbtExternal {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly catalog: string | null;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly DbtColumn[];
  readonly landedBy: string;
  readonly freshSeconds: number;
  readonly landedAt: string | null;
}

/** A dashboard, report or action, as a reader of models. */
export interface DbtExposure {
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly label: string;
  readonly type: "dashboard" | "application";
  readonly description: string;
  readonly owner: string;
  readonly url: string | null;
  readonly dependsOn: readonly DbtRef[];
}

/** A named set of dbt nodes: what one task of Airflow builds. */
export interface DbtSelector {
  readonly name: string;
  readonly description: string;
  /** Names of models and seeds, sorted. */
  readonly nodes: readonly string[];
}

export interface DbtPlan {
  readonly project: string;
  readonly models: readonly DbtModel[];
  readonly seeds: readonly DbtSeed[];
  readonly externals: readonly DbtExternal[];
  readonly exposures: readonly DbtExposure[];
  readonly selectors: readonly DbtSelector[];
  /** Owners of models, for groups. */
  readonly groups: readonly { readonly name: string; readonly owner: string }[];
}

export type LowerDbt = (graph: Graph) => DbtPlan;
