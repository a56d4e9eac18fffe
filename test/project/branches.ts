import type { Edit } from "./edits/edit.ts";
import { compileFiles, type Example, exampleFiles, type Files } from "./examples.ts";

/** A repository's files: the sources, and the output that belongs to them. */
export interface Branch {
  readonly sources: Files;
  readonly output: Files;
}

export const SOURCES = "src/";
export const OUTPUT = "out/";
export const treeOf = ({ sources, output }: Branch): Files =>
  new Map([...prefixed(SOURCES, sources), ...prefixed(OUTPUT, output)]);

export function prefixed(prefix: string, files: Files): readonly [string, string][] {
  return [...files].map(([path, text]) => [`${prefix}${path}`, text]);
}

export function below(prefix: string, files: Files): Files {
  return new Map(
    [...files].flatMap(([path, text]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), text]] : [],
    ),
  );
}

export async function branchOf(example: Example, edit?: Edit): Promise<Branch> {
  const before = exampleFiles(example);
  const sources = new Map([...before, ...(edit?.apply(before) ?? [])]);
  const { files, diagnostics } = await compileFiles(sources);
  if (files.size === 0)
    throw new Error(`${example}, ${edit?.name}: ${diagnostics.map(({ message }) => message).join("; ")}`);
  return { sources, output: files };
}

/** An edit by its example and its own name. */
export const idOf = (edit: Edit): string => `${edit.example}: ${edit.name}`;
