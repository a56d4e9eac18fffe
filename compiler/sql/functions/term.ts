import { nestedNamed, typeNamed } from "../types/parse-type.ts";
import { nested, rowOf, type Type } from "../types/type.ts";

/** A type in a signature: as a type, with variables in the places of types and of numbers. */
export interface Term {
  readonly base: string;
  /** Set when the term is a variable for a type; in lower case. */
  readonly variable: string | undefined;
  /** Numbers, and names of variables for numbers. */
  readonly numbers: readonly (number | string)[];
  readonly children: readonly Term[];
  readonly names: readonly (string | undefined)[];
  /** The type itself when there is no variable in it. */
  readonly type: Type | undefined;
}

/** What stands for the variables of a signature. */
export interface Bindings {
  readonly types: Map<string, Type>;
  readonly numbers: Map<string, number>;
}

interface Reader {
  readonly text: string;
  at: number;
}

const WORDS = /[^(),;]*/y;
const ZONE = " with time zone";
const SPACED = /^interval |^timestamp |^time /;

/** Reads `(a,b)r`; `at` is moved behind it. */
export function readSignature(r: Reader): { readonly parameters: readonly Term[]; readonly returns: Term } {
  const parameters = readTerms(r);
  return { parameters, returns: readTerm(r) };
}

/** Terms in parentheses. */
function readTerms(r: Reader): Term[] {
  const terms: Term[] = [];
  r.at++;
  while (r.text[r.at] !== ")") {
    terms.push(readTerm(r));
    if (r.text[r.at] === ",") r.at++;
  }
  r.at++;
  return terms;
}

function readTerm(r: Reader): Term {
  WORDS.lastIndex = r.at;
  const words = WORDS.exec(r.text)?.[0] ?? "";
  r.at += words.length;
  const isNested = r.text[r.at] === "(";
  if (/^\d+$/.test(words)) return number(Number(words));
  const children = isNested ? readTerms(r) : [];
  const hasZone = r.text.startsWith(ZONE, r.at);
  if (hasZone) r.at += ZONE.length;
  const base = `${words}${hasZone ? ZONE : ""}`;
  return children.length === 0 ? leaf(base) : compound(base, children);
}

function number(value: number): Term {
  return { base: "", variable: undefined, numbers: [value], children: [], names: [], type: undefined };
}

function leaf(words: string): Term {
  const space = SPACED.test(words) ? -1 : words.indexOf(" ");
  // A field of a row: its name, then its type.
  if (space > 0) return { ...leaf(words.slice(space + 1)), names: [words.slice(0, space)] };
  const type = typeNamed(words, []);
  const variable = type === undefined ? words.toLowerCase() : undefined;
  return { base: type?.base ?? "", variable, numbers: type?.numbers ?? [], children: [], names: [], type };
}

function compound(base: string, parts: readonly Term[]): Term {
  const isOfNumbers = typeNamed(base, []) !== undefined;
  if (isOfNumbers) {
    const numbers = parts.map((part) => part.variable ?? part.numbers[0] ?? 0);
    const known = numbers.flatMap((each) => (typeof each === "number" ? [each] : []));
    const type = known.length === numbers.length ? typeNamed(base, known) : undefined;
    return { base, variable: undefined, numbers, children: [], names: [], type };
  }
  const names = base === "row" ? parts.map(({ names: [name] }) => name) : [];
  const types = parts.flatMap(({ type }) => type ?? []);
  const type = types.length === parts.length ? make(base, types, names) : undefined;
  return { base, variable: undefined, numbers: [], children: parts, names, type };
}

function make(
  base: string,
  children: readonly Type[],
  names: readonly (string | undefined)[],
): Type | undefined {
  if (base === "row") return rowOf(children, names);
  return base === "function" ? nested(base, children) : nestedNamed(base, children);
}

/** The type that a term stands for; undefined while one of its variables has no value. */
export function applied(term: Term, bindings: Bindings): Type | undefined {
  if (term.type !== undefined) return term.type;
  if (term.variable !== undefined) return bindings.types.get(term.variable);
  if (term.numbers.length > 0) {
    const numbers: number[] = [];
    for (const each of term.numbers) {
      const value = typeof each === "number" ? each : bindings.numbers.get(each);
      if (value === undefined) return undefined;
      numbers.push(value);
    }
    return typeNamed(term.base, numbers);
  }
  const children: Type[] = [];
  for (const child of term.children) {
    const type = applied(child, bindings);
    if (type === undefined) return undefined;
    children.push(type);
  }
  return make(term.base, children, term.names);
}
