import type { ConfigSpec } from "../../dsl/config.ts";
import type { Raw, Secret } from "../../dsl/values.ts";
import type { Mark } from "../diagnostics/mark.ts";

/** The configuration with every default filled in. */
export interface ProjectConfig {
  readonly project: string;
  readonly warehouse: string;
  readonly catalog: string;
  readonly catalogKind: "jdbc" | "rest";
  readonly googleProject: string | null;
  readonly versions: {
    readonly airflow: "3.3";
    readonly trino: 476;
    readonly dbt: "1.12";
    readonly debezium: "3.7.0.Final";
    readonly kafka: "4.3.1";
    readonly icebergSink: "1.11.0" | "1.12.0";
    readonly postgres: 15 | 16 | 17;
  };
  readonly replicationFactor: number;
  readonly topicConfig: Raw;
  readonly maintenance: { readonly at: string; readonly zone: string; readonly keepSnapshotsSeconds: number };
  readonly trinoCatalog: Raw;
  readonly alerts: {
    readonly email: readonly string[];
    readonly via: Secret;
    readonly from: string | null;
  } | null;
  readonly dbtSlots: number;
  readonly supersetUrl: string | null;
  /** `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly off: readonly string[];
  readonly mark: Mark;
}

/** Fills in the defaults. The spec was validated before. */
export function projectConfig(spec: ConfigSpec, mark: Mark): ProjectConfig {
  const warehouse = spec.warehouse ?? "gs://CHANGE-ME/warehouse";
  return {
    project: spec.project,
    warehouse,
    catalog: spec.catalog ?? "lake",
    catalogKind: spec.catalogKind ?? "jdbc",
    googleProject: spec.googleProject ?? null,
    versions: {
      airflow: spec.versions?.airflow ?? "3.3",
      trino: spec.versions?.trino ?? 476,
      dbt: spec.versions?.dbt ?? "1.12",
      debezium: spec.versions?.debezium ?? "3.7.0.Final",
      kafka: spec.versions?.kafka ?? "4.3.1",
      // The Google Cloud Storage module has no 1.12.0 yet, and mixed versions cannot read their own files.
      icebergSink: spec.versions?.icebergSink ?? (warehouse.startsWith("gs:") ? "1.11.0" : "1.12.0"),
      postgres: spec.versions?.postgres ?? 15,
    },
    replicationFactor: spec.kafka?.replicationFactor ?? 3,
    topicConfig: spec.kafka?.topic ?? {},
    maintenance: {
      at: spec.maintenance?.at ?? "02:30",
      zone: spec.maintenance?.zone ?? "UTC",
      keepSnapshotsSeconds: seconds(spec.maintenance?.keepSnapshots ?? "15d"),
    },
    trinoCatalog: spec.trinoCatalog ?? {},
    alerts:
      spec.alerts === undefined
        ? null
        : { email: spec.alerts.email, via: spec.alerts.via, from: spec.alerts.from ?? null },
    dbtSlots: spec.dbtSlots ?? 2,
    supersetUrl: spec.supersetUrl ?? null,
    startDate: spec.startDate ?? "2026-01-01",
    off: spec.off ?? [],
    mark,
  };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of a duration such as `"15m"`; `NaN` where it is none. */
export function seconds(duration: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(duration);
  return match === null ? Number.NaN : Number(match[1]) * (SECONDS[match[2] ?? ""] ?? Number.NaN);
}
