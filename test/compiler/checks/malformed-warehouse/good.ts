import { defineConfig } from "odp";

export { shop } from "../shop.ts";

export const config = defineConfig({ project: "demo", warehouse: "gs://bucket/warehouse" });
