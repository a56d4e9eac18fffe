import type { FixtureRow } from "../../../../dsl/test.ts";
import { seedWith } from "../models.ts";

const csv = (text: string) => () => ({
  exports: [seedWith({ rows: [], file: "a.csv" })],
  files: { "a.csv": text },
});

export const variants = {
  "rows with another column": () => [seedWith({ rows: [{ cod: "KE" } as FixtureRow] })],
  "no rows": () => [seedWith({ rows: [] })],
  "a file without rows": csv("code,people,since\n"),
  "a file without a column": csv("code,people\nKE,1\n"),
  "a file with too many fields": csv("code,people,since\nKE,1,,\n"),
  "a field that may not be null": csv("code,people,since\n,1,\n"),
  "a row without a column that may not be null": () => [seedWith({ rows: [{ code: "KE" }, { people: 1 }] })],
  "other separators": csv("code;people;since\nKE;1;\n"),
};
