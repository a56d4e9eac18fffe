import * as z from "zod";
import type { Kind } from "../../../dsl/declaration.ts";
import type { Secret } from "../../../dsl/values.ts";
import { externalSchema, modelSchema, seedSchema, testSchemas, unitTestSchema } from "./models.ts";
import {
  actionSchema,
  dashboardSchema,
  deliverySchemas,
  filterSchema,
  pipelineSchema,
  reportSchema,
  scheduleSchemas,
  stepSchema,
} from "./outputs.ts";
import { options, site, text } from "./parts.ts";
import { postgresSchema } from "./sources.ts";

/** Schema of each declaration's spec. Tables are part of their source's. */
export const specSchemas: { readonly [K in Exclude<Kind, "table">]: z.ZodType } = {
  postgres: postgresSchema,
  model: modelSchema,
  seed: seedSchema,
  external: externalSchema,
  step: stepSchema,
  dashboard: dashboardSchema,
  report: reportSchema,
  action: actionSchema,
  pipeline: pipelineSchema,
};

const secretSchema = options<Secret>({
  kind: z.literal("secret"),
  name: text.regex(/^[a-z][a-z0-9_]*$/u, {
    error: "lower-case letters, digits and `_`, beginning with a letter",
  }),
  site,
});

/** Schemas of what has a call of its own inside a declaration, by its kind; charts are looked up by their type. */
export const partSchemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(testSchemas),
  ...Object.entries(deliverySchemas),
  ...Object.entries(scheduleSchemas),
  ["unit-test", unitTestSchema],
  ["filter", filterSchema],
  ["secret", secretSchema],
]);
