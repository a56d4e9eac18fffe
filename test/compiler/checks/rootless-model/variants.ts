import { sql, sqlFile, t } from "odp";
import { martWith, stagingWith } from "../models.ts";

const columns = { id: t.bigint() };

export const variants = {
  "a single row": () => [martWith({ columns, sql: sql`select bigint '1' as id` })],
  "only common table expressions": () => [
    martWith({ columns, sql: sql`with a as (select bigint '1' as id) select a.id from a` }),
  ],
  "in a file": () => ({
    exports: [martWith({ columns, sql: sqlFile("a.sql") })],
    files: { "a.sql": "values (1), (2)" },
  }),
  "a staging model": () => [stagingWith({ columns, sql: sql`select bigint '1' as id` })],
  "a union": () => [martWith({ columns, sql: sql`select bigint '1' as id union all select 2` })],
};
