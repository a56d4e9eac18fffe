import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar().accepted("KE", "TZ"), since: t.date(), people: t.bigint().nullable() },
  grain: ["code"],
  file: "countries.csv",
});
export const files = { "countries.csv": "code,since,people\nKE,1963-12-12,56000000\nTZ,1961-12-09,\n" };
