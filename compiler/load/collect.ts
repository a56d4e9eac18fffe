import type { Declaration, Kind } from "../../dsl/declaration.ts";
import type { Site } from "../../dsl/site.ts";
import { COLUMN, DECLARATION, SQL } from "../../dsl/symbols.ts";

/** What walking over exported values finds. */
export interface Found {
  /** Declarations, each once, in the order of discovery. */
  readonly declarations: ReadonlySet<Declaration>;
  /** Bodies of `sqlFile(..)` and other objects that name a file, with the declaration that holds them. */
  readonly files: readonly NamedFile[];
  /** Charts, filters, schedules, deliveries, tests and secrets: what has a call of its own. */
  readonly parts: readonly Part[];
}

/** Something inside a declaration that was made by its own call. */
export interface Part {
  readonly kind: string;
  readonly site: Site;
}

/** A file that a declaration names. */
export interface NamedFile {
  readonly holder: object;
  readonly file: string;
  readonly what: "sql" | "csv" | "python" | "action";
  readonly declaration: Declaration;
  /** Where the property stands in the call that names it. */
  readonly path: readonly (string | number)[];
}

const KINDS: Readonly<Record<Kind, true>> = {
  postgres: true,
  table: true,
  model: true,
  seed: true,
  external: true,
  step: true,
  dashboard: true,
  report: true,
  action: true,
  pipeline: true,
};

interface Waiting {
  readonly value: unknown;
  readonly declaration: Declaration | undefined;
}

/**
 * Finds every declaration that the values lead to, through specs, relations, templates and columns. What stands under
 * the language's symbols is followed, the properties of a relation are not: they are its columns and lead back to it.
 */
export function collect(roots: Iterable<unknown>): Found {
  const declarations = new Set<Declaration>();
  const files: NamedFile[] = [];
  const parts: Part[] = [];
  const seen = new Set<object>();
  const waiting: Waiting[] = [];
  for (const value of roots) waiting.push({ value, declaration: undefined });
  waiting.reverse();
  const later = (value: unknown, declaration: Declaration | undefined): void => {
    if (typeof value === "object" && value !== null && !isPlainColumn(value))
      waiting.push({ value, declaration });
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, declaration } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (DECLARATION in value) {
      const body = value[DECLARATION];
      later(isDeclaration(body) ? body : property(body, "declaration"), undefined);
    } else if (SQL in value) {
      later(value[SQL], declaration);
    } else if (COLUMN in value) {
      const body = value[COLUMN];
      later(property(property(body, "relation"), "declaration"), undefined);
      later(property(body, "checks"), declaration);
    } else if (isDeclaration(value)) {
      declarations.add(value);
      const file = fileOf(value);
      if (file !== undefined) files.push({ ...file, declaration: value });
      for (const inner of contentsOf(value)) later(inner, value);
    } else if (Array.isArray(value)) {
      for (const item of value) later(item, declaration);
    } else {
      if (isPart(value)) parts.push(value);
      const file = "parts" in value ? property(value, "file") : undefined;
      if (declaration !== undefined && typeof file === "string")
        files.push({ holder: value, file, what: "sql", declaration, path: [0] });
      for (const inner of Object.values(value)) later(inner, declaration);
    }
  }
  return { declarations, files, parts };
}

export function isDeclaration(value: unknown): value is Declaration {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("name" in value)) return false;
  const { kind } = value;
  return typeof kind === "string" && Object.hasOwn(KINDS, kind) && ("spec" in value || kind === "table");
}

/** Whether there is nothing to follow in a column; most have no checks, and there are very many. */
function isPlainColumn(value: object): boolean {
  if (!(COLUMN in value)) return false;
  const checks = property(value[COLUMN], "checks");
  return Array.isArray(checks) && checks.length === 0;
}

function isPart(value: object): value is Part {
  return (
    "kind" in value && typeof value.kind === "string" && "site" in value && typeof value.site === "object"
  );
}

function contentsOf(declaration: Declaration): readonly unknown[] {
  if (declaration.kind === "postgres") return [declaration.tables, declaration.spec];
  if (declaration.kind === "table") return [declaration.columns];
  return [declaration.spec];
}

function fileOf(declaration: Declaration): Omit<NamedFile, "declaration"> | undefined {
  const holder = declaration;
  if (declaration.kind === "step") {
    const run = property(declaration.spec, "run");
    const file = property(run, "file");
    if (property(run, "kind") !== "python" || typeof file !== "string") return undefined;
    return { holder, file, what: "python", path: ["run", 0] };
  }
  if (declaration.kind !== "seed" && declaration.kind !== "action") return undefined;
  const file = property(declaration.spec, "file");
  if (typeof file !== "string") return undefined;
  return { holder, file, what: declaration.kind === "seed" ? "csv" : "action", path: ["file"] };
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
