import type * as z from "zod";
import { isColumn } from "../../dsl/column.ts";
import { isColumnRef, isRelation } from "../../dsl/relation.ts";
import { isSql } from "../../dsl/sql.ts";
import { DECLARATION } from "../../dsl/symbols.ts";
import type { LoadCode } from "../diagnostics/codes.ts";
import { suggest } from "../text/suggest.ts";
import { isMade } from "./schemas/parts.ts";

/** A mistake in a declaration's options. */
export interface Mistake {
  readonly code: LoadCode;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help?: string;
}

type Issue = z.core.$ZodIssue;

/** The mistakes in a value, one each, in the user's words; `owner` names the declaration. */
export function mistakesOf(schema: z.ZodType, value: unknown, owner: string): readonly Mistake[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakes(issue, value, owner));
}

function mistakes(issue: Issue, root: unknown, owner: string): readonly Mistake[] {
  const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownOption(key, path, issue.message, owner));
  if (issue.code === "invalid_union")
    return mistakes(deepest(issue, path) ?? { ...issue, code: "custom" }, root, owner);
  const { value, isPresent } = valueAt(root, path);
  const problem: unknown = issue.code === "custom" ? issue.params?.problem : undefined;
  const name = nameOf(path);
  const where = name === "" ? `\`${owner}\`` : `\`${name}\` of \`${owner}\``;
  if (problem === "missing-columns" && value === undefined)
    return [{ code: "ODP0021", path: path.slice(0, -1), message: `\`${owner}\` needs \`${name}\`` }];
  if (value === undefined && (isPresent || typeof path.at(-1) === "number"))
    return [
      {
        code: "ODP0029",
        path,
        message: `${where} is \`undefined\``,
        help: "check the name, and whether two modules import each other",
      },
    ];
  if (problem === "inner-reference")
    return [
      {
        code: "ODP0029",
        path,
        message: `${where} is computed from \`undefined\``,
        help: "check the column's name, and whether two modules import each other",
      },
    ];
  if (value === undefined)
    return [{ code: "ODP0021", path: path.slice(0, -1), message: `\`${owner}\` needs \`${name}\`` }];
  if (problem === "secret")
    return [
      {
        code: "ODP0027",
        path,
        message: `${where} must be the name of a secret, not ${kindOf(value)}`,
        help: 'write `secret("name")`; the value is bound where it runs',
      },
    ];
  if (issue.code === "invalid_value") return [wrongChoice(issue, value, path, where)];
  const code =
    problem === "duration" && typeof value === "string"
      ? "ODP0025"
      : problem === "column"
        ? "ODP0026"
        : "ODP0022";
  const shown = problem === "duration" && typeof value === "string" ? JSON.stringify(value) : kindOf(value);
  const isLimit = issue.code === "too_small" || issue.code === "too_big" || issue.code === "invalid_format";
  return [
    {
      code,
      path,
      message: `${where} must be ${issue.message}, not ${isLimit ? JSON.stringify(value) : shown}`,
    },
  ];
}

function unknownOption(
  key: string,
  path: readonly (string | number)[],
  known: string,
  owner: string,
): Mistake {
  const meant = suggest(key, known.split(" "));
  const inside = nameOf(path);
  return {
    code: "ODP0020",
    path: [...path, key],
    message: `${inside === "" ? `\`${owner}\`` : `\`${inside}\` of \`${owner}\``} knows no option \`${key}\``,
    ...(meant === undefined ? {} : { help: `did you mean \`${meant}\`?` }),
  };
}

function wrongChoice(
  issue: Extract<Issue, { code: "invalid_value" }>,
  value: unknown,
  path: readonly (string | number)[],
  where: string,
): Mistake {
  const choices = issue.values.map((choice) => JSON.stringify(choice));
  const meant = typeof value === "string" ? suggest(value, issue.values.map(String)) : undefined;
  const last = choices.at(-1) ?? "";
  const list = choices.length === 1 ? last : `${choices.slice(0, -1).join(", ")} or ${last}`;
  return {
    code: "ODP0023",
    path,
    message: `${where} must be ${list}, not ${typeof value === "string" || typeof value === "number" ? JSON.stringify(value) : kindOf(value)}`,
    ...(meant === undefined ? {} : { help: `did you mean \`${JSON.stringify(meant)}\`?` }),
  };
}

/** Of a union, the mistake of the member that fits best: the one whose mistake lies deepest. */
function deepest(
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: readonly (string | number)[],
): Issue | undefined {
  const nested = issue.errors.flat().filter((inner) => inner.path.length > 0);
  const best = nested.sort((a, b) => b.path.length - a.path.length)[0];
  return best === undefined
    ? issue.errors.length === 1
      ? issue.errors[0]?.[0]
      : undefined
    : { ...best, path: [...path, ...best.path] };
}

function valueAt(
  root: unknown,
  path: readonly (string | number)[],
): { readonly value: unknown; readonly isPresent: boolean } {
  let value = root;
  let isPresent = true;
  for (const key of path) {
    // The options of `table(..)` are told as if they stood with the columns.
    if (isMade(value, "table-options")) value = within(value, key);
    if (typeof value !== "object" || value === null) return { value: undefined, isPresent: false };
    isPresent = Object.hasOwn(value, key);
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return { value, isPresent };
}

function within(table: unknown, key: string | number): unknown {
  const { columns, options }: { columns?: unknown; options?: unknown } = Object(table);
  return typeof options === "object" && options !== null && Object.hasOwn(options, key) ? options : columns;
}

/** `rows[0][1].title` */
function nameOf(path: readonly (string | number)[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join("");
}

/** What a value is, in words; never the value itself, which may be a password. */
function kindOf(value: unknown): string {
  if (value === null) return "`null`";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "text";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isRelation(value)) return `the relation \`${value[DECLARATION].declaration.name}\``;
  if (isColumnRef(value)) return "a column of a relation";
  if (isColumn(value)) return "the type of a column";
  if (isSql(value)) return "an `sql` template";
  if (DECLARATION in value) return "a source";
  if ("kind" in value && typeof value.kind === "string") return `a ${value.kind}`;
  return "an object";
}
