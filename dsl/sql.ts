import { type AnyRelation, isColumnRef, isRelation, type RelationBody } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import { COLUMN, DECLARATION, SQL } from "./symbols.ts";

/** A piece of an `sql` template, as data. */
export type SqlPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "relation"; readonly relation: RelationBody }
  | { readonly kind: "column"; readonly relation: RelationBody; readonly name: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly values: readonly (string | number)[] }
  | { readonly kind: "period"; readonly edge: "start" | "end" }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "sql"; readonly body: SqlBody }
  /** Something that cannot stand in a template; the compiler reports it with its place. */
  | { readonly kind: "refused"; readonly what: string };

/** A template, or a file that is read when the project is compiled. */
export interface SqlBody {
  /** Text and holes by turns: text first and last. Empty for a file. */
  readonly parts: readonly SqlPart[];
  /** Path of a `.sql` file, relative to the file that names it. */
  readonly file?: string;
  readonly site: Site;
}

/** Trino SQL with its references. */
export interface Sql {
  readonly [SQL]: SqlBody;
}

/** The bounds of the report's period, bound when it runs. */
export interface PeriodBound {
  readonly [SQL]: { readonly edge: "start" | "end" };
}

/** A value that each recipient of a report has of its own. */
export interface Parameter {
  readonly [SQL]: { readonly parameter: string };
}

/** What may stand in `${..}` of an `sql` template. */
export type Hole =
  | AnyRelation
  | ColumnHole
  | Sql
  | PeriodBound
  | Parameter
  | string
  | number
  | boolean
  | readonly (string | number)[];
interface ColumnHole {
  readonly [COLUMN]: { readonly relation: unknown; readonly name: string };
}

/**
 * Trino SQL. `${relation}` is an edge of the graph; `${relation.column}` its quoted name; a string, number or boolean
 * a safely quoted literal; a list a parenthesised list; another `sql` template composes.
 *
 * The text is taken raw: a backslash is a backslash, as in SQL.
 */
export function sql(strings: TemplateStringsArray, ...holes: readonly Hole[]): Sql {
  const parts: SqlPart[] = [];
  strings.raw.forEach((text, index) => {
    parts.push({ kind: "text", text: text.replaceAll("\\`", "`").replaceAll("\\${", "${") });
    if (index < holes.length) parts.push(part(holes[index]));
  });
  return body({ parts: Object.freeze(parts), site: callSite(sql) });
}

/** SQL of a `.sql` file; the path is relative to the file that names it. */
export function sqlFile(path: string): Sql {
  return body({ parts: [], file: path, site: callSite(sqlFile) });
}

/** The period of a report: from `period.start` (included) to `period.end` (excluded), bound when it runs. */
export const period: { readonly start: PeriodBound; readonly end: PeriodBound } = Object.freeze({
  start: bound("start"),
  end: bound("end"),
});

/**
 * A text that each delivery of a report gives in its `with`, bound when it runs: `parameter("country")`. Cast it where
 * another type is needed.
 */
export function parameter(name: string): Parameter {
  return Object.freeze(
    Object.defineProperty({} as { [SQL]: { parameter: string } }, SQL, {
      value: Object.freeze({ parameter: name }),
    }),
  );
}

export function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && SQL in value;
}

function body(made: SqlBody): Sql {
  return Object.freeze(Object.defineProperty({} as { [SQL]: SqlBody }, SQL, { value: Object.freeze(made) }));
}

function bound(edge: "start" | "end"): PeriodBound {
  return Object.freeze(
    Object.defineProperty({} as { [SQL]: { edge: "start" | "end" } }, SQL, {
      value: Object.freeze({ edge }),
    }),
  );
}

function part(hole: unknown): SqlPart {
  if (typeof hole === "string" || typeof hole === "number" || typeof hole === "boolean")
    return { kind: "literal", value: hole };
  if (Array.isArray(hole) && hole.every((item) => typeof item === "string" || typeof item === "number"))
    return { kind: "list", values: Object.freeze([...hole]) };
  if (isColumnRef(hole)) return { kind: "column", relation: hole[COLUMN].relation, name: hole[COLUMN].name };
  if (isRelation(hole)) return { kind: "relation", relation: hole[DECLARATION] };
  if (isSql(hole)) {
    const inner = hole[SQL];
    if ("parameter" in inner) return { kind: "parameter", name: String(inner.parameter) };
    return "edge" in inner
      ? { kind: "period", edge: inner.edge as "start" | "end" }
      : { kind: "sql", body: inner };
  }
  return { kind: "refused", what: describe(hole) };
}

function describe(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list of other things than strings and numbers";
  if (typeof value === "object" && "kind" in value) return `a ${String(value.kind)}`;
  return `a value of type ${typeof value}`;
}
