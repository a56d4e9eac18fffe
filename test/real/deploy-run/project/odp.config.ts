import { defineConfig } from "odp";

export default defineConfig({
  project: "deployed",
  warehouse: "file:///deployed/warehouse",
  kafka: { replicationFactor: 1 },
});
