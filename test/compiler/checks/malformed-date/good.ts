import { defineConfig } from "odp";

export { shop } from "../shop.ts";

export const config = defineConfig({ project: "demo", startDate: "2026-01-01", maintenance: { at: "3:30" } });
