import type { RelationFace } from "../relations.ts";
import type { Type } from "../types/type.ts";

/** What happened to a column's values on the way: the strongest of the steps wins. */
export type Use = "copied" | "transformed" | "aggregated";

/** A column of a table that values come from. */
export interface Origin {
  readonly relation: readonly string[];
  readonly face: RelationFace;
  readonly column: string;
  readonly use: Use;
}

/** What a part of a `FROM` is called; a table without alias goes by its name or the end of it. */
export interface Label {
  readonly parts: readonly string[];
  readonly isAlias: boolean;
  /** False when the columns behind the name are not all known. */
  readonly isComplete: boolean;
}

/** What is known of a value. */
export interface Typed {
  /** Undefined when it is not known. */
  readonly type: Type | undefined;
  /** Undefined when it is not known whether the value can be null. */
  readonly isNullable: boolean | undefined;
}

/** A column of a relation or of a query. */
export interface Field extends Typed {
  /** Absent for an expression without alias. */
  readonly name: string | undefined;
  readonly label: Label | undefined;
  readonly origins: readonly Origin[];
}

/** What a query gives, in order. */
export interface Rows {
  readonly fields: readonly Field[];
  /** False when there may be more fields than these, or fewer: a `*` over an unknown table. */
  readonly isComplete: boolean;
}

/** What a `FROM`, or a part of one, brings into scope. */
export interface Source extends Rows {
  /** Named through their label only: the sides of a `USING` column. */
  readonly hidden: readonly Field[];
  readonly labels: readonly Label[];
}

export const UNTYPED: Typed = { type: undefined, isNullable: undefined };
export const NOTHING: Source = { fields: [], hidden: [], labels: [], isComplete: true };
export const UNKNOWN_ROWS: Rows = { fields: [], isComplete: false };

const STRENGTHS = { copied: 0, transformed: 1, aggregated: 2 } as const;

export function stronger(a: Use, b: Use): Use {
  return STRENGTHS[a] >= STRENGTHS[b] ? a : b;
}

export function withUse(origins: readonly Origin[], use: Use): readonly Origin[] {
  if (use === "copied") return origins;
  return origins.map((origin) =>
    origin.use === use ? origin : { ...origin, use: stronger(origin.use, use) },
  );
}

/** The origins without repetition, each with its strongest use, in the order of their first mention. */
export function mergeOrigins(origins: readonly Origin[]): readonly Origin[] {
  if (origins.length < 2) return origins;
  const merged = new Map<string, Origin>();
  for (const origin of origins) {
    const key = `${origin.face}\0${origin.column}\0${origin.relation.join("\0")}`;
    const known = merged.get(key);
    merged.set(key, known === undefined ? origin : { ...known, use: stronger(known.use, origin.use) });
  }
  return [...merged.values()];
}

/** Names of columns are the same in any letter case, quoted or not. */
export function sameName(a: string | undefined, b: string): boolean {
  if (a === b) return true;
  return a !== undefined && a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** The same rows where every column can be null: the side of an outer join that may be missing. */
export function madeNullable(source: Source): Source {
  const nullable = (field: Field): Field =>
    field.isNullable === true
      ? field
      : { name: field.name, label: field.label, origins: field.origins, type: field.type, isNullable: true };
  return { ...source, fields: source.fields.map(nullable), hidden: source.hidden.map(nullable) };
}

// Written out: fields are copied more often than anything else, and a spread takes ten times as long.
function labelledField({ name, origins, type, isNullable }: Field, label: Label | undefined): Field {
  return { name, label, origins, type, isNullable };
}

/** The rows under a name of their own: nothing inside is reached by another name any more. */
export function labelled({ fields, isComplete }: Rows, parts: readonly string[], isAlias: boolean): Source {
  const label: Label = { parts, isAlias, isComplete };
  return {
    fields: fields.map((field) => labelledField(field, label)),
    hidden: [],
    labels: [label],
    isComplete,
  };
}

/** The rows without a name: their columns are reached by their own names only. */
export function unlabelled({ fields, isComplete }: Rows): Source {
  return {
    fields: fields.map((field) => labelledField(field, undefined)),
    hidden: [],
    labels: [],
    isComplete,
  };
}

export function besides(left: Source, right: Source): Source {
  if (left === NOTHING) return right;
  return {
    fields: [...left.fields, ...right.fields],
    hidden: [...left.hidden, ...right.hidden],
    labels: [...left.labels, ...right.labels],
    isComplete: left.isComplete && right.isComplete,
  };
}
