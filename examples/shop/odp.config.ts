import { defineConfig, secret } from "odp";

export default defineConfig({
  project: "shop",
  out: "../../dags-out/shop",
  warehouse: "gs://example-lake/shop",
  googleProject: "example-data",
  catalog: "lake",
  catalogKind: "jdbc",
  versions: { airflow: "3.3", trino: 476, dbt: "1.12", debezium: "3.7.0.Final", kafka: "4.3.1", icebergSink: "1.11.0", postgres: 15 },
  kafka: { replicationFactor: 3, topic: { "min.insync.replicas": 2 } },
  maintenance: { at: "02:30", zone: "Africa/Nairobi", keepSnapshots: "15d" },
  trinoCatalog: { "iceberg.max-commit-retry": 8 },
  alerts: { email: ["oncall@example.com"], via: secret("smtp"), from: "odp@example.com" },
  dbtSlots: 2,
  supersetUrl: "https://superset.example.com",
  startDate: "2026-01-01",
});
