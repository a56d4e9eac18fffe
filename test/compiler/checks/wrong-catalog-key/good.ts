import { defineConfig } from "odp";

export { shop } from "../shop.ts";

export const config = defineConfig({
  project: "demo",
  warehouse: "gs://bucket/warehouse",
  trinoCatalog: {
    "iceberg.compression-codec": "ZSTD",
    "iceberg.target-max-file-size": "512MB",
    "gcs.json-key-file-path": "/key.json",
  },
});
