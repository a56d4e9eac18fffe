import type { Columns } from "./column.ts";
import { erased } from "./erase.ts";
import { type Relation, relation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Described, Duration } from "./values.ts";

/** What an external says. */
export interface ExternalSpec<C extends Columns = Columns> extends Described {
  /** Where the table is in Trino. Default catalog: the lake's. */
  readonly catalog?: string;
  readonly schema: string;
  /** Default: the declaration's name. */
  readonly table?: string;
  readonly columns: C;
  readonly grain?: readonly (keyof C & string)[];
  /** Who writes it, for readers and the lineage. */
  readonly landedBy: string;
  /** How old it may be at worst; it counts for the ages of everything that reads it. */
  readonly freshWithin: Duration;
  /** The column that says when a row landed; dbt's source freshness reads it. */
  readonly landedAt?: keyof C & string;
}

export interface ExternalDeclaration {
  readonly kind: "external";
  readonly name: string;
  readonly spec: ExternalSpec;
  readonly site: Site;
}

/** A table that odp does not own: it is read, and takes part in ages, tests of freshness, and lineage. */
export function external<const N extends string, C extends Columns>(
  name: N,
  spec: ExternalSpec<C>,
): Relation<N, C> {
  const declaration: ExternalDeclaration = Object.freeze({
    kind: "external",
    name,
    spec: erased<ExternalSpec>(Object.freeze(spec)),
    site: callSite(external),
  });
  return relation({ declaration, face: "current", columns: spec.columns ?? {} });
}
