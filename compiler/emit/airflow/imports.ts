// The import block of a file: only what is used, in the order in which ruff's isort rules leave it.

/** A thing that a file uses: `{ module: "datetime", name: "timedelta" }`. */
export interface Used {
  readonly module: string;
  /** Null for a module that is used by its own name. */
  readonly name: string | null;
}

const LINE_LENGTH = 110;
const STANDARD_LIBRARY: ReadonlySet<string> = new Set(["datetime", "json"]);
/** Modules whose functions have names too common to stand alone. */
const WHOLE_MODULES: ReadonlySet<string> = new Set(["json", "pendulum"]);

/** How a function or class of a module is imported, and the name under which the file then knows it. */
export function importOf(module: string, name: string): { readonly used: Used; readonly local: string } {
  if (WHOLE_MODULES.has(module)) return { used: { module, name: null }, local: `${module}.${name}` };
  return { used: { module, name: name.split(".")[0] ?? name }, local: name };
}

/** The block, without a final line feed; sections are parted by an empty line. */
export function importBlock(all: readonly Used[]): string {
  const standard = all.filter(({ module }) => STANDARD_LIBRARY.has(module));
  const others = all.filter(({ module }) => !STANDARD_LIBRARY.has(module));
  return [standard, others]
    .map(section)
    .filter((lines) => lines !== "")
    .join("\n\n");
}

function section(all: readonly Used[]): string {
  const modules = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const { module, name } of all) {
    if (name === null) whole.add(module);
    else modules.set(module, (modules.get(module) ?? new Set()).add(name));
  }
  const plain = [...whole].sort().map((module) => `import ${module}`);
  const named = [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => fromImport(module, names));
  return [...plain, ...named].join("\n");
}

function fromImport(module: string, names: ReadonlySet<string>): string {
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const flat = `from ${module} import ${sorted.join(", ")}`;
  if (flat.length <= LINE_LENGTH) return flat;
  return `from ${module} import (\n${sorted.map((name) => `    ${name},\n`).join("")})`;
}

/** Constants, then classes, then functions: isort's `order-by-type`. */
function rank(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}
