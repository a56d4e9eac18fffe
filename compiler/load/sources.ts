import { type Host, joinPath } from "./host.ts";

/** Texts of the project's files, for places and code frames. Files are named from the root with `/`. */
export interface SourceTexts {
  readonly root: string;
  readonly text: (file: string) => string | undefined;
  /** Whether an absolute path is a module of the project that was evaluated. */
  readonly isModule: (path: string) => boolean;
}

export function sourceTexts(root: string, host: Host, isModule: (path: string) => boolean): SourceTexts {
  return { root, text: (file) => host.readText(joinPath(root, file)), isModule };
}
