import { t } from "odp";
import { seedWith } from "../models.ts";

const csv = (text: string) => () => ({
  exports: [seedWith({ rows: [], file: "a.csv" })],
  files: { "a.csv": text },
});

export const variants = {
  "a text for a number, in a file": csv("code,people,since\nKE,many,\n"),
  "a fraction for a whole number": () => [seedWith({ rows: [{ code: "KE", people: 1.5 }] })],
  "a number for a text": () => [seedWith({ rows: [{ code: 1 }] })],
  "a value that is not accepted": () => [
    seedWith({ columns: { code: t.varchar().accepted("KE") }, rows: [{ code: "TZ" }] }),
  ],
  "a value that is not accepted, in a file": () => ({
    exports: [seedWith({ columns: { code: t.integer().accepted(1, 2) }, rows: [], file: "a.csv" })],
    files: { "a.csv": "code\n1\n3\n" },
  }),
  "a day that there is not": csv("code,people,since\nKE,1,2026-02-30\n"),
};
