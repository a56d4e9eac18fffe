import type { NodeId } from "../graph/graph.ts";

/** A catalog of Trino, as its `.properties` file. Secrets are `${ENV:NAME}`. */
export interface CatalogPlan {
  readonly name: string;
  readonly connector: string;
  readonly file: string;
  /** Empty for the catalog of the lake, which every project has. */
  readonly from: readonly NodeId[];
  readonly properties: readonly (readonly [string, string])[];
}

/** Statements that may be run again, in a file; they end without `;`. */
export interface TrinoScript {
  readonly path: string;
  /** The user's file that it comes from. */
  readonly file: string;
  readonly from: readonly NodeId[];
  readonly statements: readonly string[];
}
