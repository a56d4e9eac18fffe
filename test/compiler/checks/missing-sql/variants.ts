import { sql, sqlFile } from "odp";
import type { Sql } from "../../../../dsl/sql.ts";
import { martWith, stagingWith } from "../models.ts";
import { dailyReport } from "../scheduled.ts";

export const variants = {
  "only blanks": () => [martWith({ sql: sql`   ` })],
  "only a comment": () => [martWith({ sql: sql`-- later` })],
  "left out": () => [martWith({ sql: undefined as unknown as Sql })],
  "an empty file": () => ({
    exports: [stagingWith({ sql: sqlFile("a.sql") })],
    files: { "a.sql": "\n/* later */\n" },
  }),
  "an empty template inside": () => [martWith({ sql: sql`${sql``}` })],
  "a report": () => [dailyReport({ sql: sql`` })],
};
