import type { ColumnSpec } from "../../../dsl/column.ts";

type Value = string | number | boolean | null;

/** Why a written value is none of the column's type; text stands for any type that it can be cast to. */
export function valueProblem(spec: Pick<ColumnSpec, "kind" | "type">, value: Value): string | undefined {
  if (value === null) return undefined;
  const reader = READERS[spec.kind];
  return reader === undefined || reader(value, spec.type.name)
    ? undefined
    : `\`${JSON.stringify(value)}\` is no ${spec.type.name}`;
}

type Reader = (value: string | number | boolean, type: string) => boolean;

const READERS: Readonly<Partial<Record<ColumnSpec["kind"], Reader>>> = {
  text: (value, type) => typeof value === "string" && (type !== "uuid" || UUID.test(value)),
  number: (value, type) => isNumber(value) && (!WHOLE_TYPES.has(type) || Number.isInteger(Number(value))),
  boolean: (value) => typeof value === "boolean" || value === "true" || value === "false",
  date: (value) => typeof value === "string" && isDate(value),
  instant: (value) => typeof value === "string" && INSTANT.test(value) && isDate(value.slice(0, 10)),
  time: (value) => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(value),
};

const WHOLE_TYPES: ReadonlySet<string> = new Set(["integer", "bigint", "smallint", "oid"]);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT =
  /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?: ?(?:Z|UTC|[+-]\d\d:\d\d|[A-Z]\w*\/[\w/+-]+))?)?$/;

function isNumber(value: string | number | boolean): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
