import { OPERATORS } from "./operators.ts";
import {
  CALCULATIONS,
  type Calculation,
  COMPARABLE,
  ORDERABLE,
  ORDERABLE_OVERLOADS,
  OVERLOAD_CALCULATIONS,
  REPEATED,
} from "./particulars.ts";
import { SIGNATURES } from "./signatures.ts";
import { readSignature, type Term } from "./term.ts";

export type FunctionKind = "scalar" | "aggregate" | "window" | "table";

/** One overload of a function. */
export interface Signature {
  readonly parameters: readonly Term[];
  readonly returns: Term;
  /** Whether the last parameter may stand any number of times. */
  readonly isRepeated: boolean;
  /** Whether a type or a number in it is a variable. */
  readonly isGeneric: boolean;
  readonly orderable: readonly string[];
  readonly comparable: readonly string[];
  readonly calculations: Readonly<Record<string, Calculation>> | undefined;
  /** `abs(bigint)`. */
  readonly text: string;
}

export interface FunctionEntry {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly isDeterministic: boolean;
  readonly overloads: readonly Signature[];
}

const KINDS: Readonly<Record<string, FunctionKind>> = {
  s: "scalar",
  a: "aggregate",
  w: "window",
  t: "table",
};

interface Line {
  readonly kind: FunctionKind;
  readonly isDeterministic: boolean;
  readonly overloads: string;
}

let lines: ReadonlyMap<string, Line> | undefined;
const ENTRIES = new Map<string, FunctionEntry | undefined>();

/** The lines of the table by name, cut when the first function is asked for; an overload is read when its function is. */
function linesByName(): ReadonlyMap<string, Line> {
  if (lines !== undefined) return lines;
  const cut = new Map<string, Line>();
  for (const line of SIGNATURES.split("\n")) {
    const [name = "", flags = ""] = line.split(" ", 2);
    const kind = KINDS[flags[0] ?? ""];
    // A table function is called in FROM, and may share its name with a scalar one.
    if (kind === undefined || kind === "table") continue;
    const overloads = line.slice(name.length + flags.length + 2);
    const known = cut.get(name);
    cut.set(name, {
      kind,
      isDeterministic: !flags.includes("!"),
      overloads: known === undefined ? overloads : `${known.overloads};${overloads}`,
    });
  }
  lines = cut;
  return cut;
}

/** The function of this name, in lower case; undefined when Trino 476 has none. */
export function functionNamed(name: string): FunctionEntry | undefined {
  const known = ENTRIES.get(name);
  if (known !== undefined || ENTRIES.has(name)) return known;
  const line = linesByName().get(name);
  const entry = line && {
    name,
    kind: line.kind,
    isDeterministic: line.isDeterministic,
    overloads: readOverloads(name, line.overloads),
  };
  // Only names of the table are kept: others come from users, without end.
  if (entry !== undefined) ENTRIES.set(name, entry);
  return entry;
}

/** The overloads of an operator: `$add`, `$subtract`, `$multiply`, `$divide`, `$modulus`, `$negate`. */
export function operatorNamed(name: string): readonly Signature[] {
  const known = ENTRIES.get(name)?.overloads;
  if (known !== undefined) return known;
  const overloads = readOverloads(name, OPERATORS[name] ?? "");
  ENTRIES.set(name, { name, kind: "scalar", isDeterministic: true, overloads });
  return overloads;
}

/** Every name of the table. */
export function functionNames(): readonly string[] {
  return [...linesByName().keys()];
}

/** Whether a call of this name without `OVER` makes one value of many rows. */
export function isAggregate(name: string): boolean {
  return linesByName().get(name)?.kind === "aggregate";
}

function readOverloads(name: string, text: string): readonly Signature[] {
  const signatures: Signature[] = [];
  const reader = { text, at: 0 };
  while (reader.at < text.length) {
    const start = reader.at;
    const { parameters, returns } = readSignature(reader);
    const end = reader.at++;
    const whole = text.slice(start, end);
    const written = `${name}${whole.slice(0, closing(whole) + 1)}`;
    signatures.push({
      parameters,
      returns,
      isRepeated: REPEATED.has(written),
      isGeneric: parameters.some(({ type }) => type === undefined) || returns.type === undefined,
      orderable: words(ORDERABLE.get(name) ?? ORDERABLE_OVERLOADS.get(written)),
      comparable: words(COMPARABLE.get(name)),
      calculations: OVERLOAD_CALCULATIONS.get(written) ?? CALCULATIONS.get(name),
      text: written,
    });
  }
  return signatures;
}

/** The place of the parenthesis that closes the first one. */
function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}

function words(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(" ");
}
