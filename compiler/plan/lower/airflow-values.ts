// Short ways to write Python values as data.
import type { PyValue } from "../airflow.ts";

export type Arguments = readonly (readonly [string, PyValue])[];

/** `call("datetime.timedelta", { minutes: 5 })`; keywords keep their order. */
export function call(
  name: string,
  kwargs: Readonly<Record<string, PyValue>> = {},
  args: readonly PyValue[] = [],
): PyValue {
  return { kind: "call", name, args, kwargs: Object.entries(kwargs) };
}

export function dict(entries: Readonly<Record<string, PyValue>>): PyValue {
  return { kind: "dict", entries: Object.entries(entries) };
}

/** A function of the package beside the DAGs. */
export function task(project: string, module: string, name: string): PyValue {
  return { kind: "name", module: `${project}_tasks.${module}`, name };
}

/** Arguments without those that are undefined. */
export function given(entries: Readonly<Record<string, PyValue | undefined>>): Arguments {
  const kept: (readonly [string, PyValue])[] = [];
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) kept.push([name, value]);
  return kept;
}

export const TRIGGER_ALL_DONE: PyValue = {
  kind: "name",
  module: "airflow.sdk",
  name: "TriggerRule.ALL_DONE",
};

export const TRIGGER_NONE_FAILED: PyValue = {
  kind: "name",
  module: "airflow.sdk",
  name: "TriggerRule.NONE_FAILED",
};

/** `timedelta(hours=1)`: in the largest unit that holds the length as a whole number. */
export function timedelta(seconds: number): PyValue {
  for (const [unit, length] of UNITS)
    if (seconds !== 0 && seconds % length === 0)
      return call("datetime.timedelta", { [unit]: seconds / length });
  return call("datetime.timedelta", { seconds });
}

const UNITS: readonly (readonly [string, number])[] = [
  ["days", 86_400],
  ["hours", 3600],
  ["minutes", 60],
];

/** Text that Airflow must not render: wrapped where it would mean something to Jinja or name a file. */
export function literalText(text: string): PyValue {
  const isTemplate = /\{[{%#]/.test(text) || TEMPLATE_FILE.test(text);
  return isTemplate ? call("airflow.sdk.literal", {}, [text]) : text;
}

/** Endings of the operators that are used here; Airflow would read such a text as the path of a template. */
const TEMPLATE_FILE = /\.(?:sql|json|sh|bash|hql)$/;

/** A part of a task id or a variable: letters, digits and `_`. */
export function identifierPart(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/g, "_");
}

/** Ids for things in order, made unique by a number. */
export function uniqueIds(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((id) => {
    let made = id;
    for (let number = 2; taken.has(made); number++) made = `${id}_${number}`;
    taken.add(made);
    return made;
  });
}
