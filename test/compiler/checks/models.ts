// Models, seeds and source tables that differ from a good one in what a variant says.
import { mart, seed, sql, staging, t } from "odp";
import type { ModelSpec } from "../../../dsl/model.ts";
import type { SeedSpec } from "../../../dsl/seed.ts";
import { orders, shop } from "./shop.ts";

const good: ModelSpec = {
  columns: { id: t.bigint(), day: t.date(), status: t.varchar() },
  grain: ["id"],
  sql: sql`select o.id, o.day, o.status from ${orders} as o`,
};

/** A mart over `orders`. */
export const martWith = (spec: Partial<ModelSpec>, name = "paid") => mart(name, { ...good, ...spec });

/** A staging model over a captured table, a view. */
export const stagingWith = (spec: Partial<ModelSpec>, name = "stg_paid") =>
  staging(name, {
    ...good,
    columns: { id: t.bigint() },
    sql: sql`select o.id from ${shop.orders} as o`,
    ...spec,
  });

/** A seed of countries. */
export const seedWith = (spec: Partial<SeedSpec>) =>
  seed("countries", {
    columns: { code: t.varchar(), people: t.bigint().nullable(), since: t.date().nullable() },
    grain: ["code"],
    rows: [{ code: "KE" }, { code: "TZ" }],
    ...spec,
  } as SeedSpec);
