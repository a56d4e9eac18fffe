import type { Example, Files } from "../examples.ts";

/** One change of an example. */
export interface Edit {
  readonly example: Example;
  readonly name: string;
  readonly apply: Change;
}

/** The changed and added files of a project with these. */
export type Change = (files: Files) => Files;

/** Replaces a text that stands in the file exactly once. */
export function swap(path: string, before: string, after: string): Change {
  return (files) => {
    const text = files.get(path) ?? "";
    if (text.split(before).length !== 2)
      throw new Error(`${path} does not hold this exactly once: ${before}`);
    return new Map([[path, text.split(before).join(after)]]);
  };
}

/** Adds lines after a text that stands in the file exactly once. */
export function after(path: string, anchor: string, added: string): Change {
  return swap(path, anchor, `${anchor}${added}`);
}

/** Adds lines at the end of a file. */
export function append(path: string, added: string): Change {
  return (files) => new Map([[path, `${files.get(path) ?? ""}${added}`]]);
}

export function create(path: string, text: string): Change {
  return () => new Map([[path, text]]);
}

/** Several changes, one after the other. */
export function all(...changes: readonly Change[]): Change {
  return (files) => {
    let made: Files = new Map();
    for (const change of changes) made = new Map([...made, ...change(new Map([...files, ...made]))]);
    return made;
  };
}

export function editsOf(example: Example, changes: Readonly<Record<string, Change>>): readonly Edit[] {
  return Object.entries(changes).map(([name, apply]) => ({ example, name, apply }));
}
