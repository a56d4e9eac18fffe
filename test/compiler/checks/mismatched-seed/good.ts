import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar(), name: t.varchar() },
  grain: ["code"],
  file: "countries.csv",
});
export const files = { "countries.csv": '\uFEFFname,code\r\n"Kenya, ""KE""",KE\r\n\r\nTanzania,TZ' };
