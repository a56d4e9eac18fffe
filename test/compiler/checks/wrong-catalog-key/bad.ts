import { defineConfig } from "odp";

export { shop } from "../shop.ts";

export const config = defineConfig({ project: "demo", trinoCatalog: { "iceberg.compresion-codec": "ZSTD" } });
