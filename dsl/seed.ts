import type { Columns } from "./column.ts";
import { erased } from "./erase.ts";
import { type Relation, relation } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { FixtureRow, ModelTest } from "./test.ts";
import type { Described, FormerNames } from "./values.ts";

/** What a seed says. */
export interface SeedSpec<C extends Columns = Columns> extends Described {
  readonly columns: C;
  readonly grain?: readonly (keyof C & string)[];
  /** The rows themselves, for a handful. */
  readonly rows?: readonly FixtureRow<keyof C & string>[];
  /** A CSV file with a header, relative to the file that names it, for more. */
  readonly file?: string;
  readonly tests?: readonly ModelTest<keyof C & string>[];
  /** Its name before it was renamed; its table is renamed, with what may be granted on it. */
  readonly movedFrom?: FormerNames;
}

export interface SeedDeclaration {
  readonly kind: "seed";
  readonly name: string;
  readonly spec: SeedSpec;
  readonly site: Site;
}

/** A small table that lives in the repository, for example countries or targets. */
export function seed<const N extends string, C extends Columns>(name: N, spec: SeedSpec<C>): Relation<N, C> {
  const declaration: SeedDeclaration = Object.freeze({
    kind: "seed",
    name,
    spec: erased<SeedSpec>(Object.freeze(spec)),
    site: callSite(seed),
  });
  return relation({ declaration, face: "current", columns: spec.columns ?? {} });
}
