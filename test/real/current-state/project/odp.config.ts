import { defineConfig } from "odp";

export default defineConfig({ project: "proof", warehouse: "file:///proof/warehouse" });
