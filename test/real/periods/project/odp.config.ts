import { defineConfig } from "odp";

export default defineConfig({ project: "periods", warehouse: "file:///warehouse" });
