import type { Declaration } from "../../dsl/declaration.ts";
import { createDescriber } from "./docs/describe.ts";
import { modulesImportedBy } from "./evaluate.ts";
import { userFileOf } from "./frames.ts";
import { relativePath } from "./host.ts";
import type { ModuleGraph } from "./modules.ts";
import type { LoadedDeclaration } from "./project.ts";
import type { SourceTexts } from "./sources.ts";

/** Every declaration with its file and its comments, sorted by kind, name and file. */
export function joined(
  found: ReadonlySet<Declaration>,
  sources: SourceTexts,
  graph: ModuleGraph,
  fallback: string,
): readonly LoadedDeclaration[] {
  const describe = createDescriber({
    text: (path) => graph.modules.get(path)?.text,
    resolve: (path, specifier) => graph.modules.get(path)?.imports.get(specifier),
    imports: (path) => modulesImportedBy(graph.modules.get(path)),
  });
  const fileOf = (stack: string | undefined): string => userFileOf(stack, sources.isModule) ?? fallback;
  // A table has no call of its own; it stands in its source's.
  const sourceFiles = new Map<string, string>();
  for (const declaration of found)
    if (declaration.kind === "postgres") sourceFiles.set(declaration.name, fileOf(declaration.site.stack));
  const declarations: LoadedDeclaration[] = [];
  for (const declaration of found) {
    const isTable = declaration.kind === "table";
    const path = isTable ? (sourceFiles.get(declaration.source) ?? fallback) : fileOf(declaration.site.stack);
    const { description, columns } = describe(declaration, path);
    declarations.push({
      declaration,
      file: relativePath(sources.root, path),
      columnDescriptions: columns,
      ...(description === undefined ? {} : { description }),
    });
  }
  return declarations.sort(byKindAndName);
}

function byKindAndName(a: LoadedDeclaration, b: LoadedDeclaration): number {
  const left = a.declaration;
  const right = b.declaration;
  return compare(left.kind, right.kind) || compare(left.name, right.name) || compare(a.file, b.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
