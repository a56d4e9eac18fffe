import type { Site } from "../../dsl/site.ts";

/** A place in a file of the project: path from its root with `/`, line and column from 1, the end excluded. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where a diagnostic points, before anybody needs lines and columns. Finding the place means parsing the user's file,
 * so it is done only for what is printed (`compiler/load/locate.ts`).
 */
export type Mark =
  /** A call of the language, and inside its argument the property at `path`, as far as it can be found. */
  | { readonly kind: "site"; readonly site: Site; readonly path?: readonly (string | number)[] }
  /** Characters `start` to `end` of the text after hole number `part - 1` of a template, or of a `.sql` file (`part` 0). */
  | {
      readonly kind: "sql";
      readonly site: Site;
      readonly file?: string;
      readonly part: number;
      readonly start: number;
      readonly end: number;
    }
  /** The hole of a template, by number from 0. */
  | { readonly kind: "hole"; readonly site: Site; readonly hole: number }
  /** A place that is known already, for example of a syntax error. */
  | { readonly kind: "place"; readonly place: Place }
  /** The whole project, for what has no place. */
  | { readonly kind: "project" };
