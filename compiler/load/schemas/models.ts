import * as z from "zod";
import type { ExternalSpec } from "../../../dsl/external.ts";
import type {
  IncrementalByKey,
  IncrementalByPeriod,
  Materialization,
  Recompute,
} from "../../../dsl/materialization.ts";
import type { ModelSpec } from "../../../dsl/model.ts";
import type { SeedSpec } from "../../../dsl/seed.ts";
import type { FixtureRow, Given, ModelTest, UnitTest } from "../../../dsl/test.ts";
import {
  chosen,
  columnRef,
  columns,
  countOrNone,
  described,
  duration,
  flag,
  formerNames,
  isMade,
  made,
  oneOf,
  options,
  raw,
  relation,
  site,
  sql,
  text,
  textByName,
  textOrSql,
  texts,
} from "./parts.ts";

const recompute = z.custom<Recompute>(
  (value) => typeof value === "string" && /^\d+ (?:days|months)$/u.test(value),
  { error: 'a window such as `"30 days"` or `"2 months"`' },
);

const byPeriod = options<IncrementalByPeriod>({
  kind: z.literal("incremental-by-period"),
  period: text,
  zone: text,
  recompute,
});
const byKey = options<IncrementalByKey>({
  kind: z.literal("incremental-by-key"),
  key: texts,
  watermark: text.optional(),
  overlap: recompute.optional(),
});
const stored = oneOf("view", "table");

const materialize = chosen<Materialization>((value) =>
  isMade(value, "incremental-by-period") ? byPeriod : isMade(value, "incremental-by-key") ? byKey : stored,
);

const severity = oneOf("warn", "error");
const common = { severity, description: text.optional(), site };
type TestOf<Kind extends ModelTest["kind"]> = Extract<ModelTest, { readonly kind: Kind }>;

/** Tests, by what the language's function made; each is validated at its own call. */
export const testSchemas = {
  unique: options<TestOf<"unique">>({ kind: z.literal("unique"), columns: texts, ...common }),
  row: options<TestOf<"row">>({ kind: z.literal("row"), name: text, expression: textOrSql, ...common }),
  query: options<TestOf<"query">>({ kind: z.literal("query"), name: text, sql, ...common }),
  relationship: options<TestOf<"relationship">>({
    kind: z.literal("relationship"),
    column: text,
    to: columnRef,
    ...common,
  }),
  "row-count": options<TestOf<"row-count">>({
    kind: z.literal("row-count"),
    min: countOrNone.optional(),
    max: countOrNone.optional(),
    ...common,
  }),
} as const;

const fixtureRow: z.ZodType<FixtureRow> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()], { error: "text, a number, a boolean or `null`" }),
  { error: "values by column" },
);

export const unitTestSchema = options<UnitTest>({
  kind: z.literal("unit-test"),
  name: text,
  given: z.array(options<Given>({ relation, rows: z.array(fixtureRow, { error: "a list of rows" }) }), {
    error: "a list of `given(..)`",
  }),
  expect: z.array(fixtureRow, { error: "a list of rows" }),
  description: text.optional(),
  site,
});

const tests = z.array(made<ModelTest>("a test, `test.*`", ...Object.keys(testSchemas)), {
  error: "a list of tests",
});

export const modelSchema = options<ModelSpec>({
  ...described,
  movedFrom: formerNames.optional(),
  protect: flag.optional(),
  columns: columns("t"),
  sql,
  grain: texts.optional(),
  materialize: materialize.optional(),
  tests: tests.optional(),
  unitTests: z
    .array(made<UnitTest>("a unit test, `unitTest(..)`", "unit-test"), { error: "a list of unit tests" })
    .optional(),
  contract: flag.optional(),
  takes: duration.optional(),
  partitionBy: texts.optional(),
  sortBy: texts.optional(),
  dbt: raw.optional(),
  allow: textByName.optional(),
});

export const seedSchema = options<SeedSpec>({
  ...described,
  movedFrom: formerNames.optional(),
  columns: columns("t"),
  grain: texts.optional(),
  rows: z.array(fixtureRow, { error: "a list of rows" }).optional(),
  file: text.optional(),
  tests: tests.optional(),
});

export const externalSchema = options<ExternalSpec>({
  ...described,
  catalog: text.optional(),
  schema: text,
  table: text.optional(),
  columns: columns("t"),
  grain: texts.optional(),
  landedBy: text,
  freshWithin: duration,
  landedAt: text.optional(),
});
