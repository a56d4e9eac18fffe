/** Statements for the database of a source or of the catalog, which may be run again. */
export interface PostgresScript {
  readonly path: string;
  /** The user's file that it comes from. */
  readonly file: string;
  /** Why the script exists, for the person who is asked to run it. */
  readonly comment: string;
  readonly statements: readonly string[];
}
