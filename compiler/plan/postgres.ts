import type { NodeId } from "../graph/graph.ts";

/** Statements for the database of a source or of the catalog, which may be run again. Statements end without `;`. */
export interface PostgresScript {
  readonly path: string;
  /** The user's file that it comes from. */
  readonly file: string;
  readonly from: readonly NodeId[];
  /** What running it gives: nothing; one row a problem, none when all is right; one row a figure. */
  readonly gives: "nothing" | "problems" | "figures";
  /** The source whose database it is for; null for the database of the Iceberg catalog. */
  readonly source: string | null;
  /** Why the script exists and who runs it, for the person who is asked to. Several lines. */
  readonly comment: string;
  readonly statements: readonly string[];
}
