import type { Face } from "../../dsl/relation.ts";
import type { Mark } from "../diagnostics/mark.ts";
import type { NodeId } from "./graph.ts";

/** A piece of resolved SQL. Literals and column names of the template are text already, safely encoded. */
export type SqlPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "relation"; readonly node: NodeId; readonly face: Face }
  | { readonly kind: "period"; readonly edge: "start" | "end" }
  | { readonly kind: "parameter"; readonly name: string };

/** A stretch of the analysed text and where the user wrote it. */
export interface SqlOrigin {
  /** Offset in `analysed` at which the stretch begins. */
  readonly from: number;
  /** The mark of its first character; `start` moves with the offset, except for holes. */
  readonly mark: Mark;
}

/** SQL whose names are resolved: what targets print and what the SQL front end reads. */
export interface SqlText {
  readonly pieces: readonly SqlPiece[];
  /** The whole text for analysis; each relation stands as a quoted name, see `relations`. */
  readonly analysed: string;
  /** The relations by the quoted name under which they stand in `analysed`. */
  readonly relations: ReadonlyMap<string, { readonly node: NodeId; readonly face: Face }>;
  /** Sorted by `from`. */
  readonly origins: readonly SqlOrigin[];
  /** The columns of a query's result in order; missing where they cannot all be known. */
  readonly result?: readonly ResultColumn[];
}

/** A column of a query's result. */
export interface ResultColumn {
  /** Missing for an expression without alias. */
  readonly name: string | undefined;
  /** Where it stands in the select list; missing behind a set operation. */
  readonly span: { readonly start: number; readonly end: number } | undefined;
  /** In Trino's spelling; missing where it is not known. */
  readonly type: string | undefined;
  /** Whether it can be null; missing where that is not known. */
  readonly isNullable: boolean | undefined;
  /** The columns that its values come from, and the strongest of what happens to them. */
  readonly origins: readonly {
    readonly node: NodeId;
    readonly face: Face;
    readonly column: string;
    readonly use: string;
  }[];
}

/** The origin of the character at `offset`, by its place in `origins`; 0 where there is none. */
export function originAt(origins: readonly SqlOrigin[], offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** The mark of characters `start` to `end` of the analysed text; cut where the user's text ends. */
export function sqlMark(text: Pick<SqlText, "origins">, start: number, end: number): Mark {
  const index = originAt(text.origins, start);
  const origin = text.origins[index];
  if (origin === undefined) return { kind: "project" };
  if (origin.mark.kind !== "sql") return origin.mark;
  const stop = Math.min(end, text.origins[index + 1]?.from ?? end);
  return {
    ...origin.mark,
    start: origin.mark.start + start - origin.from,
    end: origin.mark.start + stop - origin.from,
  };
}
