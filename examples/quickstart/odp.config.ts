import { defineConfig } from "odp";

export default defineConfig({
  project: "quickstart",
  out: "../../dags-out/quickstart",
  warehouse: "gs://example-lake/warehouse",
});
