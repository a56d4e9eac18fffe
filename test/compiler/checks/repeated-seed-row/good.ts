import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar(), language: t.varchar() },
  grain: ["code", "language"],
  rows: [
    { code: "KE", language: "sw" },
    { code: "KE", language: "en" },
  ],
});
