// Values of the plan as Python expressions, with what they need imported.
import type { PyValue } from "../../plan/airflow.ts";
import { type PythonValue, python, pythonCall, pythonName, pythonString } from "../../text/python.ts";
import { importOf, type Used } from "./imports.ts";

const LINE_LENGTH = 110;

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

/** The value as the encoder knows it. */
export function pythonValue(value: PyValue): PythonValue {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(pythonValue);
  if (value.kind === "dict") return new Map(value.entries.map(([key, item]) => [key, pythonValue(item)]));
  if (value.kind === "name") return pythonName(importOf(value.module, value.name).local);
  if (value.kind === "output") return pythonName(`${value.task}.output`);
  const keywords = Object.fromEntries(value.kwargs.map(([key, item]) => [key, pythonValue(item)]));
  return pythonCall(importOf(...split(value.name)).local, value.args.map(pythonValue), keywords);
}

/** `name=value,` of a call whose arguments stand at `indent`. */
export function argument(name: string, value: PyValue, indent: number): string {
  return `${" ".repeat(indent)}${name}=${expression(value, indent, name.length + 1)},`;
}

/** Texts of several lines are written line by line where they do not fit on one. */
function expression(value: PyValue, indent: number, before: number): string {
  const flat = python(pythonValue(value), { indent, before, after: 1 });
  const fits = !flat.includes("\n") && indent + before + flat.length + 1 <= LINE_LENGTH;
  if (fits || !holdsLines(value)) return flat;
  const inner = indent + 4;
  const pad = " ".repeat(inner);
  const close = " ".repeat(indent);
  if (typeof value === "string") return `(\n${lines(value, inner)}\n${close})`;
  if (typeof value === "object" && value !== null && isList(value)) {
    const items = value.map((item) => `${pad}${expression(item, inner, 0)},\n`);
    return `[\n${items.join("")}${close}]`;
  }
  // Only `literal("..")` holds a text of several lines.
  const [text] = value !== null && typeof value === "object" && value.kind === "call" ? value.args : [];
  return typeof text === "string" ? `literal(\n${lines(text, inner)}\n${close})` : flat;
}

function holdsLines(value: PyValue): boolean {
  if (typeof value === "string") return parts(value).length > 1;
  if (typeof value !== "object" || value === null) return false;
  if (isList(value)) return value.some(holdsLines);
  return value.kind === "call" && value.name === "airflow.sdk.literal" && value.args.some(holdsLines);
}

function lines(text: string, indent: number): string {
  return parts(text)
    .map((part) => " ".repeat(indent) + pythonString(part))
    .join("\n");
}

/** Lines with their line feed; no text is lost. */
function parts(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

function split(path: string): readonly [string, string] {
  const dot = path.lastIndexOf(".");
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function isList(value: object): value is readonly PyValue[] {
  return Array.isArray(value);
}
