import type { Columns, KindOf, ValueKind } from "./column.ts";
import { erased } from "./erase.ts";
import { COLUMN, DECLARATION, FACE } from "./symbols.ts";

/** How a captured table is read: as it is now, as its changes, or as its versions. */
export type Face = "current" | "changes" | "history";

/** A column of one relation: what charts, metrics, filters and templates refer to. */
export interface ColumnRef<
  R extends string = string,
  N extends string = string,
  K extends ValueKind = ValueKind,
> {
  readonly [COLUMN]: { readonly relation: R; readonly name: N; readonly kind: K };
}

/** What a relation is besides its columns, as data. */
export interface RelationBody<R extends string = string, C extends object = Columns> {
  /** Only for the type system. */
  readonly name?: R;
  /** The declaration that makes the relation: a table of a source, a model, a seed, an external. */
  readonly declaration: { readonly kind: string; readonly name: string };
  readonly face: Face;
  readonly columns: C;
}

/**
 * Something that can be read in SQL. Its public type carries its name and its columns only: with the inputs in it,
 * the declarations of chained models would grow exponentially.
 */
export type Relation<R extends string = string, C extends Columns = Columns> = {
  readonly [DECLARATION]: RelationBody<R, C>;
} & { readonly [N in keyof C & string]: ColumnRef<R, N, KindOf<C[N]>> };

/** Any relation, whatever its columns. */
export interface AnyRelation {
  readonly [DECLARATION]: RelationBody;
}

/** Only a relation that is a table of a source may be read as changes or history. */
export interface Captured {
  readonly [FACE]: "current";
}

// Shared by all handles: a project has many, and no own property may stand in the way of a column's name.
const relationHandle = Object.assign(Object.create(null), {
  [Symbol.toPrimitive](this: AnyRelation): never {
    return refuseText(this[DECLARATION].declaration.name);
  },
});
const columnHandle = Object.assign(Object.create(null), {
  [Symbol.toPrimitive](this: {
    readonly [COLUMN]: { readonly relation: RelationBody; readonly name: string };
  }): never {
    const { relation: body, name } = this[COLUMN];
    return refuseText(`${body.declaration.name}.${name}`);
  },
});

// A relation in an ordinary string would lose its edge in the graph without a word.
function refuseText(what: string): never {
  throw new TypeError(`\`${what}\` cannot become text; use it inside an sql\`..\` template`);
}

/** Makes the handle of a relation: its columns as properties, all else under a symbol. */
export function relation<R extends string, C extends Columns>(body: RelationBody<R, C>): Relation<R, C> {
  const handle: Record<PropertyKey, unknown> = Object.create(relationHandle);
  for (const name of Object.keys(body.columns))
    handle[name] = Object.freeze({
      __proto__: columnHandle,
      [COLUMN]: { relation: body, name, kind: body.columns[name]?.[COLUMN]?.kind },
    });
  handle[DECLARATION] = Object.freeze(body);
  if (body.declaration.kind === "table" && body.face === "current") handle[FACE] = "current";
  return erased(Object.freeze(handle));
}

export function isRelation(value: unknown): value is AnyRelation {
  return (
    typeof value === "object" && value !== null && DECLARATION in value && hasColumns(value[DECLARATION])
  );
}

export function isColumnRef(
  value: unknown,
): value is { readonly [COLUMN]: { relation: RelationBody; name: string; kind: ValueKind } } {
  if (typeof value !== "object" || value === null || !(COLUMN in value)) return false;
  const body: unknown = value[COLUMN];
  return typeof body === "object" && body !== null && "relation" in body;
}

function hasColumns(body: unknown): boolean {
  return typeof body === "object" && body !== null && "columns" in body && "face" in body;
}
