/** A place in evaluated code: line and column from 1. */
export interface Frame {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const FRAME = /^\s+at (?:(.*) \()?((?:\/|[A-Za-z]:\\|file:)[^\n]*?):(\d+):(\d+)\)?$/gmu;

/** The frames of a stack text that lie in the given files, innermost first. Getters of exports are not user code. */
export function userFrames(
  stack: string | undefined,
  isUserFile: (path: string) => boolean,
): readonly Frame[] {
  const frames: Frame[] = [];
  for (const [, name, path, line, column] of (stack ?? "").matchAll(FRAME)) {
    if (
      path === undefined ||
      !isUserFile(path) ||
      name?.startsWith("Object.get [as") === true ||
      name?.startsWith("get ") === true
    )
      continue;
    frames.push({ path, line: Number(line), column: Number(column) });
  }
  return frames;
}

const FIRST = /\((\/[^\n]*?):\d+:\d+\)$|at (\/[^\n]*?):\d+:\d+$/gmu;

/** File of the first frame in a user's file; the cheap form of `userFrames`, asked for every declaration. */
export function userFileOf(
  stack: string | undefined,
  isUserFile: (path: string) => boolean,
): string | undefined {
  for (const match of (stack ?? "").matchAll(FIRST)) {
    const path = match[1] ?? match[2];
    if (path !== undefined && isUserFile(path)) return path;
  }
  return undefined;
}
