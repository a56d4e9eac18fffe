import type { Column, Columns } from "./column.ts";
import { t } from "./model-types.ts";
import { type Captured, type Face, type Relation, relation } from "./relation.ts";
import { DECLARATION } from "./symbols.ts";

// Aliases, not interfaces: only those are maps of columns to the type system.
/** Columns that the changes of a table have besides its own. */
export type ChangeColumns = {
  /** `insert`, `update`, `delete` or `snapshot`. */
  readonly _operation: Column<"text", false>;
  /** When the source committed the change. */
  readonly _changed_at: Column<"instant", false>;
  /** Order of the change within its key: epoch, then offset. */
  readonly _position: Column<"number", false>;
};

/** Columns that the versions of a table have besides its own. */
export type HistoryColumns = {
  /** From when the version held, included. */
  readonly _valid_from: Column<"instant", false>;
  /** Until when it held, excluded; null for the current version. */
  readonly _valid_to: Column<"instant", true>;
  readonly _is_current: Column<"boolean", false>;
};

const changeColumns: ChangeColumns = {
  _operation: t.varchar().accepted("insert", "update", "delete", "snapshot"),
  _changed_at: t.timestamptz(),
  _position: t.bigint(),
};
const historyColumns: HistoryColumns = {
  _valid_from: t.timestamptz(),
  _valid_to: t.timestamptz().nullable(),
  _is_current: t.boolean(),
};

/** Columns that each face of a captured table adds, in order; a captured table may not use them for its own. */
export const FACE_COLUMNS: Readonly<Record<Face, readonly string[]>> = Object.freeze({
  current: Object.freeze([]),
  changes: Object.freeze(Object.keys(changeColumns)),
  history: Object.freeze(Object.keys(historyColumns)),
});

/** Every change of a captured table, one row each, deletes with their last values. */
export function changes<R extends string, C extends Columns>(
  table: Relation<R, C> & Captured,
): Relation<`${R}@changes`, C & ChangeColumns> {
  const body = table[DECLARATION];
  return relation({
    declaration: body.declaration,
    face: "changes",
    columns: { ...body.columns, ...changeColumns },
  });
}

/**
 * Every version of each row of a captured table, half-open in time, starting at the snapshot. Values that PostgreSQL
 * leaves out because they did not change are filled forward.
 */
export function history<R extends string, C extends Columns>(
  table: Relation<R, C> & Captured,
): Relation<`${R}@history`, C & HistoryColumns> {
  const body = table[DECLARATION];
  return relation({
    declaration: body.declaration,
    face: "history",
    columns: { ...body.columns, ...historyColumns },
  });
}
