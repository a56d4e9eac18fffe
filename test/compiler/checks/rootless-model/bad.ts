import { mart, sql, t } from "odp";

export const countries = mart("countries", {
  columns: { code: t.varchar() },
  grain: ["code"],
  sql: sql`select v.code from (values ('KE'), ('TZ')) as v (code)`,
});
