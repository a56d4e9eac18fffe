/** A catalog of Trino, as its `.properties` file. Secrets are `${ENV:NAME}`. */
export interface CatalogPlan {
  readonly name: string;
  readonly connector: string;
  readonly file: string;
  readonly properties: readonly (readonly [string, string])[];
}

/** Statements that may be run again, in a file. */
export interface TrinoScript {
  readonly path: string;
  /** The user's file that it comes from. */
  readonly file: string;
  readonly statements: readonly string[];
}
