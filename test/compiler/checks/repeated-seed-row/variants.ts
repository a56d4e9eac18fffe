import { t } from "odp";
import { seedWith } from "../models.ts";

const rows = [
  { code: "KE", people: 1 },
  { code: "KE", people: 2 },
];

export const variants = {
  "in a file": () => ({
    exports: [seedWith({ rows: [], file: "a.csv" })],
    files: { "a.csv": "code,people,since\nKE,1,\nTZ,1,\nKE,2,\n" },
  }),
  "of a primary key": () => [
    seedWith({ columns: { code: t.varchar().primaryKey(), people: t.bigint() }, grain: [], rows }),
  ],
  "of a unique column": () => [
    seedWith({ columns: { code: t.varchar().unique(), people: t.bigint() }, grain: [], rows }),
  ],
  "of two columns": () => [
    seedWith({
      grain: ["code", "people"],
      rows: [
        { code: "KE", people: 1 },
        { code: "KE", people: 1 },
      ],
    }),
  ],
  "of a loop": () => [seedWith({ rows: [1, 2].map(() => ({ code: "KE" })) })],
};
