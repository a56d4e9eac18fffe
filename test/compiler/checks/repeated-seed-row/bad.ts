import { seed, t } from "odp";

export const countries = seed("countries", {
  columns: { code: t.varchar(), name: t.varchar() },
  grain: ["code"],
  rows: [
    { code: "KE", name: "Kenya" },
    { code: "KE", name: "Kenia" },
  ],
});
