import * as z from "zod";
import { type AnyColumn, type Columns, isColumn } from "../../../dsl/column.ts";
import { erased } from "../../../dsl/erase.ts";
import { type AnyRelation, type ColumnRef, isColumnRef, isRelation } from "../../../dsl/relation.ts";
import type { Site } from "../../../dsl/site.ts";
import { isSql, type Sql } from "../../../dsl/sql.ts";
import { COLUMN } from "../../../dsl/symbols.ts";
import type { Duration, Raw, Secret } from "../../../dsl/values.ts";

/**
 * The pieces of all schemas. A schema's `error` is the phrase that ends "must be ..", so that every mistake can be
 * told in the same words (`issues.ts`).
 */

/** What an issue is about, where the phrase alone does not say it. */
export type Problem = "secret" | "duration" | "column" | "reference" | "inner-reference" | "missing-columns";

const PHRASE = (text: string) => ({ error: text });

export const text = z.string(PHRASE("text"));
export const flag = z.boolean(PHRASE("`true` or `false`"));
export const texts = z.array(text, PHRASE("a list of texts"));
const wholeNumber = z.int(PHRASE("a whole number"));
export const count = wholeNumber.min(1, PHRASE("at least 1"));
export const countOrNone = wholeNumber.min(0, PHRASE("at least 0"));

export const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, PHRASE("one of the known words"));

/** A check of odp's own, told as `problem`. */
function guarded<Value>(phrase: string, problem: Problem, guard: (value: unknown) => boolean) {
  return z.custom<Value>(guard, { error: phrase, params: { problem } });
}

export const duration = guarded<Duration>(
  'a length of time such as `"15m"`',
  "duration",
  (value) =>
    typeof value === "string" && /^\d+(?:\.\d+)?[smhd]$/u.test(value) && Number.parseFloat(value) > 0,
);
export const secret = guarded<Secret>('the name of a secret, `secret("..")`', "secret", (value) =>
  isMade(value, "secret"),
);
export const sql = z.custom<Sql>((value) => isSql(value), PHRASE("an `sql` template or `sqlFile(..)`"));
export const textOrSql = z.custom<string | Sql>(
  (value) => typeof value === "string" || isSql(value),
  PHRASE("text or an `sql` template"),
);
export const relation = guarded<AnyRelation>(
  "a relation: a table of a source, a model, a seed, an external",
  "reference",
  isRelation,
);
export const columnRef = guarded<ColumnRef>(
  "a column of a relation, such as `orders.total`",
  "reference",
  isColumnRef,
);
export const columnRefs = listOrOne<ColumnRef>(columnRef, "a column of a relation, or several");
export const site = z.custom<Site>((value) => typeof value === "object" && value !== null);

/** Something that the language makes, by its `kind`. */
export const made = <Value>(phrase: string, ...kinds: readonly string[]) =>
  guarded<Value>(phrase, "reference", (value) => kinds.some((kind) => isMade(value, kind)));

export function isMade(value: unknown, kind: string): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}

export const raw: z.ZodType<Raw> = z.record(
  z.string(),
  z.union(
    [
      z.string(),
      z.number(),
      z.boolean(),
      z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), reason: z.string() }),
    ],
    PHRASE("text, a number, a boolean, or `{ value, reason }`"),
  ),
  PHRASE("settings by name"),
);

export const textByName = z.record(z.string(), text, PHRASE("texts by name"));

/** The options of a declaration: every key of the type has a schema, and no other key is known. */
export function options<Spec>(
  shape: { readonly [Key in keyof Spec]-?: z.ZodType<Spec[Key] | undefined> },
): z.ZodType<Spec> {
  const known = Object.keys(shape).join(" ");
  return erased<z.ZodType<Spec>>(
    z.strictObject(shape, {
      error: (issue) => (issue.code === "unrecognized_keys" ? known : "options in braces, `{ .. }`"),
    }),
  );
}

/**
 * Shapes that are told apart before they are validated, so that a mistake is told of the one that was meant. `skip`
 * leaves out the first steps of the mistakes' paths.
 */
export function chosen<Value>(
  choose: (value: unknown) => z.ZodType,
  skip: (value: unknown) => number = () => 0,
): z.ZodType<Value> {
  return z.any().check((context) => {
    const { value } = context;
    for (const issue of choose(value).safeParse(value).error?.issues ?? [])
      context.issues.push({ ...issue, path: issue.path.slice(skip(value)), input: value });
  });
}

/** One value, or a list of them. */
export function listOrOne<Value>(one: z.ZodType<Value>, phrase: string): z.ZodType<Value | readonly Value[]> {
  const list = z.array(one, PHRASE(phrase));
  return chosen((value) => (Array.isArray(value) ? list : one));
}

/** Columns by name, of one vocabulary. Hand-written, since a project may hold hundreds of thousands of columns. */
export function columns(vocabulary: "pg" | "t"): z.ZodType<Columns> {
  return z.custom<Columns>().check((context) => {
    const { value } = context;
    const refuse = (phrase: string, problem: Problem, ...path: string[]): void =>
      void context.issues.push({ code: "custom", input: value, path, message: phrase, params: { problem } });
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      refuse(`columns by name, \`{ id: ${vocabulary}.bigint() }\``, "missing-columns");
      return;
    }
    for (const [name, column] of Object.entries<unknown>(value)) {
      if (!isColumn(column)) refuse(`a column such as \`${vocabulary}.bigint()\``, "column", name);
      else if (vocabularyOf(column) !== vocabulary) refuse(wrongVocabulary(vocabulary), "column", name);
    }
  });
}

function vocabularyOf(column: AnyColumn): string {
  return column[COLUMN].vocabulary;
}

function wrongVocabulary(wanted: "pg" | "t"): string {
  return wanted === "t" ? "a column of Trino's types, `t.*`" : "a column of PostgreSQL's types, `pg.*`";
}

/** What every declaration may say about itself. */
export const described = { description: text.optional(), owner: text.optional(), tags: texts.optional() };
/** A name before a rename, or several. */
export const formerNames = listOrOne(text, "a name, or several, oldest first");
