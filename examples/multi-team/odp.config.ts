import { defineConfig } from "odp";

export default defineConfig({
  project: "company",
  out: "../../dags-out/company",
  warehouse: "file:///var/lib/odp/warehouse",
  entries: ["*/pipeline.ts"],
  off: [],
});
