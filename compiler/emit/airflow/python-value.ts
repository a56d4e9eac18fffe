// Values of the plan as Python expressions, with what they need imported.
import type { PyValue } from "../../plan/airflow.ts";
import { type PythonValue, python, pythonCall, pythonName, pythonString } from "../../text/python.ts";
import { importOf, type Used } from "./imports.ts";
import { textPieces } from "./text-pieces.ts";

const LINE_LENGTH = 110;
const STEP = 4;

/** Everything that a value uses. */
export function usedBy(value: PyValue): readonly Used[] {
  if (typeof value !== "object" || value === null) return [];
  if (isList(value)) return value.flatMap(usedBy);
  if (value.kind === "dict") return value.entries.flatMap(([, item]) => usedBy(item));
  if (value.kind === "name") return [importOf(value.module, value.name).used];
  if (value.kind === "output") return [];
  const { used } = importOf(...split(value.name));
  return [used, ...value.args.flatMap(usedBy), ...value.kwargs.flatMap(([, item]) => usedBy(item))];
}

/** `name=value,` of a call whose arguments stand at `indent`. */
export function argument(name: string, value: PyValue, indent: number): string {
  return `${" ".repeat(indent)}${name}=${expression(value, indent, name.length + 1)},`;
}

/** An expression after `before` columns of its line and before a comma; texts too long for a line are cut. */
export function expression(value: PyValue, indent: number, before: number): string {
  const room = LINE_LENGTH - indent - before - 1;
  if (!holdsList(value)) {
    const flat = flatText(value);
    if (flat.length <= room) return flat;
  }
  if (typeof value === "string") return cutText(value, indent);
  if (typeof value !== "object" || value === null) return flatText(value);
  if (isList(value)) return exploded("[", value.map(unlabelled), "]", indent);
  if (value.kind === "dict")
    return exploded(
      "{",
      value.entries.map(([key, item]) => [`${pythonString(key)}: `, item]),
      "}",
      indent,
    );
  if (value.kind !== "call") return flatText(value);
  const open = `${importOf(...split(value.name)).local}(`;
  const [only] = value.args;
  // A call with one text needs no brackets of its own around the pieces.
  if (typeof only === "string" && value.args.length === 1 && value.kwargs.length === 0) {
    const pieces = textPieces(only, LINE_LENGTH - indent - STEP);
    return pieces.length < 2
      ? flatText(value)
      : `${open}\n${lines(pieces, indent + STEP)}\n${" ".repeat(indent)})`;
  }
  const keywords = value.kwargs.map(([key, item]) => [`${key}=`, item] as const);
  return exploded(open, [...value.args.map(unlabelled), ...keywords], ")", indent);
}

/** The value on one line, however long. */
function flatText(value: PyValue): string {
  return python(pythonValue(value), { before: Number.NEGATIVE_INFINITY });
}

/** The value as the encoder knows it. */
function pythonValue(value: PyValue): PythonValue {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(pythonValue);
  if (value.kind === "dict") return new Map(value.entries.map(([key, item]) => [key, pythonValue(item)]));
  if (value.kind === "name") return pythonName(importOf(value.module, value.name).local);
  if (value.kind === "output") return pythonName(`${value.task}.output`);
  const keywords = Object.fromEntries(value.kwargs.map(([key, item]) => [key, pythonValue(item)]));
  return pythonCall(importOf(...split(value.name)).local, value.args.map(pythonValue), keywords);
}

function unlabelled(item: PyValue): readonly [string, PyValue] {
  return ["", item];
}

function exploded(
  open: string,
  items: readonly (readonly [string, PyValue])[],
  close: string,
  indent: number,
): string {
  const inner = indent + STEP;
  const pad = " ".repeat(inner);
  const body = items.map(([label, item]) => `${pad}${label}${expression(item, inner, label.length)},\n`);
  return `${open}\n${body.join("")}${" ".repeat(indent)}${close}`;
}

/** Lists of several items stand one item a line, so that two branches may each add one. */
function holdsList(value: PyValue): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (isList(value)) return value.length > 1 || value.some(holdsList);
  if (value.kind === "dict") return value.entries.some(([, item]) => holdsList(item));
  return value.kind === "call" && [...value.args, ...value.kwargs.map(([, item]) => item)].some(holdsList);
}

/** A text that does not fit behind its label stands on lines of its own. */
function cutText(text: string, indent: number): string {
  const pieces = textPieces(text, LINE_LENGTH - indent - STEP);
  return `(\n${lines(pieces, indent + STEP)}\n${" ".repeat(indent)})`;
}

function lines(pieces: readonly string[], indent: number): string {
  return pieces.map((piece) => " ".repeat(indent) + pythonString(piece)).join("\n");
}

function split(path: string): readonly [string, string] {
  const dot = path.lastIndexOf(".");
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function isList(value: object): value is readonly PyValue[] {
  return Array.isArray(value);
}
