import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar(), name: t.varchar() },
  grain: ["code"],
  file: "countries.csv",
});
export const files = { "countries.csv": "cod,name\nKE,Kenya\n" };
