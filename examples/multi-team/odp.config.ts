import { defineConfig, secret } from "odp";

export default defineConfig({
  project: "company",
  out: "../../dags-out/company",
  warehouse: "file:///var/lib/odp/warehouse",
  catalog: "house",
  catalogKind: "rest",
  // Of the newest PostgreSQL the slot moves along when a standby takes over.
  versions: { postgres: 17, icebergSink: "1.12.0" },
  // Two small brokers, whose disks are the limit.
  kafka: { replicationFactor: 2, topic: { "compression.type": "zstd" } },
  maintenance: { at: "03:10", zone: "Europe/Berlin", keepSnapshots: "20d" },
  alerts: { email: ["platform@example.com"], via: secret("smtp") },
  dbtSlots: 3,
  startDate: "2026-02-01",
  // Not those in `drafts`.
  entries: ["*/pipeline.ts"],
  // Staging models are shared before somebody reads them.
  off: ["unused-declaration"],
});
