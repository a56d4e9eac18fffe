import { defineConfig, secret } from "odp";

// What the examples do not use, so that every option of the language is compiled.
export default defineConfig({
  project: "every",
  warehouse: "file:///var/lib/odp/warehouse",
  catalog: "house",
  catalogKind: "rest",
  dbtSlots: 3,
  kafka: { replicationFactor: 2, topic: { "compression.type": "zstd" } },
  maintenance: { at: "03:10", zone: "Africa/Nairobi", keepSnapshots: "20d" },
  startDate: "2026-02-01",
  alerts: { email: ["oncall@example.com"], via: secret("smtp"), from: "odp@example.com" },
});
