import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar(), since: t.date() },
  grain: ["code"],
  rows: [{ code: "KE", since: "12.12.1963" }],
});
