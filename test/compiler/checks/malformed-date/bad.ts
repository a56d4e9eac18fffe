import { defineConfig } from "odp";

export { shop } from "../shop.ts";

export const config = defineConfig({ project: "demo", startDate: "01.01.2026" });
