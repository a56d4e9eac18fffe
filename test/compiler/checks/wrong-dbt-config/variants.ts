import type { Raw } from "../../../../dsl/values.ts";
import { martWith, stagingWith } from "../models.ts";

const given = (dbt: Raw) => () => [martWith({ dbt })];

export const variants = {
  "set by odp": given({ materialized: "table" }),
  "what dbt-trino refuses when it runs": given({ grants: "select" }),
  "a value that means nothing": given({ on_table_exists: "overwrite" }),
  "a value that means nothing, of dbt itself": given({ on_schema_change: "sync" }),
  "unknown, without a reason": given({ our_setting: { value: 1, reason: "" } }),
  "in a staging model": () => [stagingWith({ dbt: { view_securty: "invoker" } })],
  "of a loop": given(Object.fromEntries(["pre_hook", "pre-hook"].map((key) => [key, "select 1"]))),
};
