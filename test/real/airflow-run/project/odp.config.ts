import { defineConfig, secret } from "odp";

export default defineConfig({
  project: "night",
  warehouse: "file:///night/warehouse",
  kafka: { replicationFactor: 1 },
  alerts: { email: ["platform@example.com"], via: secret("smtp"), from: "odp@example.com" },
});
