/** The disk, as the compiler sees it. Paths are absolute, with `/`. Tests pass a map. */
export interface Host {
  /** Text of a file, or nothing where there is none. */
  readonly readText: (path: string) => string | undefined;
  /** What a folder holds, or nothing where there is none. */
  readonly list: (path: string) => readonly Entry[] | undefined;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** Joins path parts with `/` and resolves `.` and `..`; the first part is absolute. */
export function joinPath(...parts: readonly string[]): string {
  const segments: string[] = [];
  for (const segment of parts.join("/").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") segments.pop();
    else segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

export function folderOf(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut <= 0 ? "/" : path.slice(0, cut);
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The path as seen from a folder, with `/`; both are absolute. */
export function relativePath(from: string, to: string): string {
  if (to.startsWith(from === "/" ? "/" : `${from}/`)) return to.slice(from === "/" ? 1 : from.length + 1);
  const source = from.split("/").filter(Boolean);
  const target = to.split("/").filter(Boolean);
  let common = 0;
  while (common < source.length && common < target.length && source[common] === target[common]) common += 1;
  return [...source.slice(common).map(() => ".."), ...target.slice(common)].join("/");
}
