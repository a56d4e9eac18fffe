import { defineConfig } from "odp";

export default defineConfig({ project: "quickstart", warehouse: "gs://example-lake/warehouse" });
