import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { queriesOf } from "../../../../compiler/plan/lower/superset-query.ts";
import type { SupersetObject } from "../../../../compiler/plan/superset.ts";

// Form data of charts, and the queries that the front end of Superset 6.1.0 sent for them: 20 charts of 19 types.
const recorded: Readonly<
  Record<string, { readonly params: SupersetObject; readonly queries: readonly SupersetObject[] }>
> = JSON.parse(readFileSync(join(import.meta.dirname, "superset-6.1.0.json"), "utf8"));

test.each(Object.entries(recorded))("%s asks for what the front end asks for", (_, { params, queries }) => {
  expect(queriesOf(params)).toEqual(queries);
});

test("a type that odp does not know has no queries", () => {
  expect(queriesOf({ viz_type: "world_map" })).toBeNull();
});
