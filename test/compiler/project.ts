// A project in memory, from calls of the language: what the loader yields for a folder, without the folder.

import { buildGraph } from "../../compiler/graph/build.ts";
import type { Graph } from "../../compiler/graph/graph.ts";
import type { Attachment, LoadedDeclaration, Project } from "../../compiler/load/project.ts";
import type { ConfigDeclaration, Declaration } from "../../dsl/declaration.ts";
import { defineConfig, pipeline } from "../../dsl/index.ts";
import { isColumnRef, isRelation } from "../../dsl/relation.ts";
import { cron } from "../../dsl/schedule.ts";
import { isSql, type SqlBody } from "../../dsl/sql.ts";
import { COLUMN, DECLARATION, SQL } from "../../dsl/symbols.ts";
import { shop } from "./checks/shop.ts";

/** What a module of a test exports: declarations under any name, and these. */
export interface Options {
  readonly config?: ConfigDeclaration;
  /** Texts of attached files by their path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Leaves declarations without the description that they otherwise get. */
  readonly undescribed?: boolean;
  /** Files of declarations that do not stand in `pipeline.ts`, by name. */
  readonly homes?: Readonly<Record<string, string>>;
}

const KINDS: ReadonlySet<string> = new Set<Declaration["kind"]>([
  "postgres",
  "table",
  "model",
  "seed",
  "external",
  "step",
  "dashboard",
  "report",
  "action",
  "pipeline",
]);
const LISTED: ReadonlySet<string> = new Set<Declaration["kind"]>([
  "model",
  "seed",
  "step",
  "dashboard",
  "report",
  "action",
]);

/** The graph of these declarations; without a pipeline among them, one that lists all of them. */
export function graphOf(exports: readonly unknown[], options: Options = {}): Graph {
  return buildGraph(projectOf(exports, options));
}

export function projectOf(exports: readonly unknown[], options: Options = {}): Project {
  const exported = exports.filter((value) => declarationsIn(value).length === 1 || isSource(value));
  const roots = exported.flatMap((value) => declarationsIn(value).slice(0, 1));
  const hasPipeline = roots.some((root) => root.kind === "pipeline");
  if (!hasPipeline) {
    const outputs = exported.filter((value) => declarationsIn(value).some((root) => LISTED.has(root.kind)));
    if (outputs.length > 0)
      roots.push(
        pipeline("everything", {
          owner: "data@example.com",
          schedule: cron("0 6 * * *", { zone: "UTC" }),
          outputs: outputs as never,
        }),
      );
  }
  const all = withShop(reached(roots));
  const declarations = [...all]
    .map(
      (declaration): LoadedDeclaration => ({
        declaration,
        file: options.homes?.[declaration.name] ?? "pipeline.ts",
        columnDescriptions: new Map(),
        ...(options.undescribed ? {} : { description: `What ${declaration.name} is for.` }),
      }),
    )
    .sort(
      (a, b) =>
        compare(a.declaration.kind, b.declaration.kind) || compare(a.declaration.name, b.declaration.name),
    );
  return {
    config: options.config ?? defineConfig({ project: "demo", warehouse: "file:///warehouse" }),
    configFile: "odp.config.ts",
    declarations,
    exported: new Set(roots),
    attachments: attachmentsOf(declarations, options.files ?? {}),
    bundles: new Map(),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isSource(value: unknown): boolean {
  return typeof value === "object" && value !== null && DECLARATION in value && !isRelation(value);
}

function isDeclaration(value: unknown): value is Declaration {
  if (typeof value !== "object" || value === null || !("kind" in value) || !("name" in value)) return false;
  // A test of a model is of the kind `table` too.
  return KINDS.has(String(value.kind)) && (value.kind !== "table" || "source" in value);
}

/** The declaration that a value stands for, if it stands for one. */
function declarationsIn(value: unknown): readonly Declaration[] {
  if (isDeclaration(value)) return [value];
  if (typeof value !== "object" || value === null || !(DECLARATION in value)) return [];
  const body = value[DECLARATION];
  if (isDeclaration(body)) return [body];
  return isRelation(value) && isDeclaration(value[DECLARATION].declaration)
    ? [value[DECLARATION].declaration]
    : [];
}

/** A table does not name its source, which the loader finds among the exports of the module that declares it. */
function withShop(found: ReadonlySet<Declaration>): ReadonlySet<Declaration> {
  const isThere = [...found].some(
    (declaration) => declaration.kind === "postgres" && declaration.name === "shop",
  );
  const isRead = [...found].some(
    (declaration) => declaration.kind === "table" && declaration.source === "shop",
  );
  return isThere || !isRead ? found : new Set([...found, ...reached(declarationsIn(shop))]);
}

/** Everything that the roots hold, through templates, columns and lists. */
function reached(roots: readonly Declaration[]): ReadonlySet<Declaration> {
  const seen = new Set<unknown>();
  const found = new Set<Declaration>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isDeclaration(value)) found.add(value);
    for (const declaration of declarationsIn(value)) visit(declaration);
    if (isColumnRef(value)) visit(value[COLUMN].relation.declaration);
    if (COLUMN in value) visit(value[COLUMN]);
    if (isSql(value)) visit(value[SQL]);
    if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
      for (const inner of Object.values(value)) visit(inner);
  };
  for (const root of roots) visit(root);
  return found;
}

function attachmentsOf(
  declarations: readonly LoadedDeclaration[],
  files: Readonly<Record<string, string>>,
): ReadonlyMap<object, Attachment> {
  const found = new Map<object, Attachment>();
  const add = (key: object, path: string | undefined) => {
    const text = path === undefined ? undefined : files[path];
    if (path !== undefined && text !== undefined) found.set(key, { path, text });
  };
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isSql(value)) addBody(value[SQL]);
    else if (!(DECLARATION in value)) for (const inner of Object.values(value)) visit(inner);
  };
  const addBody = (body: SqlBody): void => {
    add(body, body.file);
    for (const part of body.parts ?? []) if (part.kind === "sql") addBody(part.body);
  };
  for (const { declaration } of declarations) {
    visit(declaration);
    if (declaration.kind === "seed" || declaration.kind === "action") add(declaration, declaration.spec.file);
    if (declaration.kind === "step" && declaration.spec.run.kind === "python")
      add(declaration, declaration.spec.run.file);
  }
  return found;
}
