import { canCoerce, coerceToBase, commonSuperType } from "../types/coercion.ts";
import { typeNamed } from "../types/parse-type.ts";
import { isComparable, isOrderable, NULL_TYPE, nested, numbersOf, type Type } from "../types/type.ts";
import type { Signature } from "./table.ts";
import { applied, type Bindings, type Term } from "./term.ts";

/*
 * How a call meets one overload. It follows Trino 476's `SignatureBinder.java`: each argument puts conditions on the
 * variables of the signature, which are met one after the other until nothing changes any more.
 */

/** A lambda as an argument: the type of its result follows from those of its parameters. */
export interface LambdaArgument {
  readonly arity: number;
  /** Undefined when the type of the body cannot be known. */
  readonly resultOf: (parameters: readonly Type[]) => Type | undefined;
}

export type Argument = Type | LambdaArgument;

/** A call that fits an overload: what its parameters and its result are then. */
export interface Bound {
  readonly signature: Signature;
  readonly parameters: readonly Type[];
  /** Undefined when there is no type of the numbers that were reckoned for it; Trino refuses such a call. */
  readonly returns: Type | undefined;
}

/** A lambda's type is not known: nothing can be said about the whole call. */
export const UNKNOWABLE = "unknowable";

const MAX_ROUNDS = 4;
type Status = "met" | "open" | "changed" | "failed";

interface Solver {
  readonly signature: Signature;
  readonly bindings: Bindings;
  readonly allowCoercion: boolean;
  isUnknowable: boolean;
}

export function isLambda(argument: Argument): argument is LambdaArgument {
  return "resultOf" in argument;
}

/** The overload for these arguments; undefined when they do not fit. */
export function bind(
  signature: Signature,
  args: readonly Argument[],
  allowCoercion: boolean,
): Bound | typeof UNKNOWABLE | undefined {
  const formals = formalsFor(signature, args.length);
  if (formals === undefined) return undefined;
  if (!signature.isGeneric) return bindPlain(signature, formals, args, allowCoercion);
  const solver: Solver = {
    signature,
    bindings: { types: new Map(), numbers: new Map() },
    allowCoercion,
    isUnknowable: false,
  };
  if (!solve(solver, formals, args)) return solver.isUnknowable ? UNKNOWABLE : undefined;
  const parameters: Type[] = [];
  for (const formal of formals) {
    const type = applied(formal, solver.bindings);
    if (type === undefined) return undefined;
    parameters.push(type);
  }
  calculate(signature, solver.bindings);
  const returns = applied(signature.returns, solver.bindings);
  return { signature, parameters, returns };
}

function formalsFor({ parameters, isRepeated }: Signature, count: number): readonly Term[] | undefined {
  if (!isRepeated) return parameters.length === count ? parameters : undefined;
  const last = parameters[parameters.length - 1];
  if (last === undefined || count < parameters.length - 1) return undefined;
  return Array.from({ length: count }, (_, index) => parameters[index] ?? last);
}

function bindPlain(
  signature: Signature,
  formals: readonly Term[],
  args: readonly Argument[],
  allowCoercion: boolean,
): Bound | undefined {
  const parameters: Type[] = [];
  for (const [index, { type }] of formals.entries()) {
    const actual = args[index];
    if (type === undefined || actual === undefined || isLambda(actual)) return undefined;
    if (type !== actual && !(allowCoercion && canCoerce(actual, type))) return undefined;
    parameters.push(type);
  }
  return { signature, parameters, returns: signature.returns.type };
}

function solve(solver: Solver, formals: readonly Term[], args: readonly Argument[]): boolean {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let status: Status = "met";
    for (const [index, formal] of formals.entries()) {
      const actual = args[index];
      if (actual === undefined) return false;
      status = worse(status, fits(solver, formal, actual, solver.allowCoercion));
      if (status === "failed") return false;
    }
    for (const [index, formal] of formals.entries()) {
      status = worse(status, restrict(solver, formal, args[index] ?? NULL_TYPE, solver.allowCoercion));
      if (status === "failed") return false;
    }
    if (status === "met") return true;
    if (status === "open") return false;
  }
  return false;
}

const RANKS: Readonly<Record<Status, number>> = { met: 0, open: 1, changed: 2, failed: 3 };

function worse(a: Status, b: Status): Status {
  return RANKS[a] >= RANKS[b] ? a : b;
}

/** Whether an argument is what the parameter has become so far. */
function fits(solver: Solver, formal: Term, actual: Argument, allowCoercion: boolean): Status {
  const isFunction = formal.base === "function";
  if (isLambda(actual)) return isFunction ? "met" : "failed";
  if (isFunction) return actual.base === "function" ? "met" : "failed";
  const type = applied(formal, solver.bindings);
  if (type === undefined) return "open";
  if (type === actual) return "met";
  return allowCoercion && canCoerce(actual, type) ? "met" : "failed";
}

/** What an argument demands of the variables in its parameter. */
function restrict(solver: Solver, formal: Term, actual: Argument, allowCoercion: boolean): Status {
  if (formal.base === "function") return restrictByFunction(solver, formal, actual);
  if (isLambda(actual)) return "failed";
  if (formal.variable !== undefined) return restrictVariable(solver, formal.variable, actual);
  if (formal.type !== undefined) return "met";
  if (formal.numbers.length > 0) return restrictNumbers(solver, formal, actual);
  const children = actual === NULL_TYPE ? formal.children.map(() => NULL_TYPE) : actual.children;
  if (children.length !== formal.children.length) return "failed";
  const isCovariant = formal.base === "array" || formal.base === "map";
  let status: Status = "met";
  for (const [index, child] of formal.children.entries()) {
    const inner = restrict(solver, child, children[index] ?? NULL_TYPE, allowCoercion && isCovariant);
    status = worse(status, inner);
  }
  return status;
}

function restrictVariable({ signature, bindings }: Solver, name: string, actual: Type): Status {
  const known = bindings.types.get(name);
  const type = known === undefined ? actual : commonSuperType(known, actual);
  if (type === undefined) return "failed";
  if (signature.orderable.includes(name) && !isOrderable(type)) return "failed";
  if (signature.comparable.includes(name) && !isComparable(type)) return "failed";
  if (type === known) return "met";
  bindings.types.set(name, type);
  return "changed";
}

function restrictNumbers({ bindings }: Solver, formal: Term, actual: Type): Status {
  const own = coerceToBase(actual, formal.base);
  const numbers: number[] = [];
  for (const [index, each] of formal.numbers.entries()) {
    const known = typeof each === "number" ? each : bindings.numbers.get(each);
    const value = known ?? (own === undefined ? undefined : numbersOf(own)[index]);
    if (value === undefined) return "failed";
    numbers.push(value);
  }
  const expected = typeNamed(formal.base, numbers);
  const common = expected && commonSuperType(expected, actual);
  if (common?.base !== formal.base) return "failed";
  let status: Status = "met";
  for (const [index, each] of formal.numbers.entries()) {
    const value = numbersOf(common)[index] ?? 0;
    if (typeof each === "number") {
      if (value !== each) return "failed";
    } else if (bindings.numbers.get(each) !== value) {
      bindings.numbers.set(each, value);
      status = "changed";
    }
  }
  return status;
}

function restrictByFunction(solver: Solver, formal: Term, actual: Argument): Status {
  const formalResult = formal.children[formal.children.length - 1];
  const parameters: Type[] = [];
  for (const term of formal.children.slice(0, -1)) {
    const type = applied(term, solver.bindings);
    if (type === undefined) return "open";
    parameters.push(type);
  }
  if (formalResult === undefined) return "failed";
  const result = resultOf(solver, actual, parameters);
  if (result === undefined) return "failed";
  // A function's result is taken as it is: it is not coerced, but what stands for a variable widens.
  const status = fits(solver, formalResult, result, false);
  if (status === "failed" && formalResult.variable === undefined) return status;
  const inner = restrict(solver, formalResult, result, solver.allowCoercion);
  return status === "failed" ? (inner === "changed" ? "changed" : "failed") : worse(status, inner);
}

function resultOf(solver: Solver, actual: Argument, parameters: readonly Type[]): Type | undefined {
  if (!isLambda(actual)) {
    const result = actual.children[actual.children.length - 1];
    return result && nested("function", [...parameters, result]) === actual ? result : undefined;
  }
  if (actual.arity !== parameters.length) return undefined;
  const result = actual.resultOf(parameters);
  if (result === undefined) solver.isUnknowable = true;
  return result;
}

function calculate({ calculations, returns }: Signature, { numbers }: Bindings): void {
  if (calculations === undefined) return;
  const known = Object.fromEntries(numbers);
  for (const each of returns.numbers) {
    if (typeof each !== "string") continue;
    const calculation = calculations[each];
    if (calculation !== undefined) numbers.set(each, calculation(known));
  }
}
