import { callSite, type Site } from "./site.ts";
import type { Duration, Raw, Secret } from "./values.ts";

/** Versions of the systems that the output is written for; each is one that ran together. */
export interface Versions {
  readonly airflow?: "3.3";
  readonly trino?: 476;
  readonly dbt?: "1.12";
  readonly debezium?: "3.7.0.Final";
  readonly kafka?: "4.3.1";
  readonly icebergSink?: "1.11.0" | "1.12.0";
  readonly postgres?: 15 | 16 | 17;
}

/** What `odp.config.ts` says; it is the root of a project. */
export interface ConfigSpec {
  /** Name of the project: lower-case letters, digits and `_`. All shared names begin with it. */
  readonly project: string;
  /** Folder of the output, relative to the root. Default: `dags-out/<project>`. */
  readonly out?: string;
  /** Where Iceberg keeps its files: `gs://bucket/path`, or `file:///path` on one machine. Bound by each environment; this is its default. */
  readonly warehouse?: string;
  /** Name of the Iceberg catalog in Trino. Default: `"lake"`. */
  readonly catalog?: string;
  /** Kind of the Iceberg catalog. Default: `jdbc`, on a PostgreSQL database. */
  readonly catalogKind?: "jdbc" | "rest";
  /** Google Cloud project of the bucket. */
  readonly googleProject?: string;
  readonly versions?: Versions;
  readonly kafka?: {
    /** Default: 3. */
    readonly replicationFactor?: number;
    /** Raw settings of every topic of changes. */
    readonly topic?: Raw;
  };
  readonly maintenance?: {
    /** When tables are compacted and old snapshots expire. Default: 02:30 UTC, daily. */
    readonly at?: string;
    readonly zone?: string;
    /** How long snapshots are kept, at least `"7d"`; longer than any reader of an old snapshot. Default: `"15d"`. */
    readonly keepSnapshots?: Duration;
  };
  /** Raw settings of the Iceberg catalog in Trino. */
  readonly trinoCatalog?: Raw;
  /** Who is mailed when a connector fails, and by which server. */
  readonly alerts?: { readonly email: readonly string[]; readonly via: Secret; readonly from?: string };
  /** Tasks of dbt at the same time, over all pipelines. Default: 2. */
  readonly dbtSlots?: number;
  /** Address of Superset, for links to dashboards: `"https://superset.example.com"`. */
  readonly supersetUrl?: string;
  /** Start of Airflow's schedules; nothing before it is run. Default: `2026-01-01`. */
  readonly startDate?: string;
  /** Warnings that are off, by slug. */
  readonly off?: readonly string[];
  /** Files of pipelines, as glob patterns from the root. Default: `**\/pipeline.ts`. */
  readonly entries?: readonly string[];
}

export interface ConfigDeclaration {
  readonly kind: "config";
  readonly name: string;
  readonly spec: ConfigSpec;
  readonly site: Site;
}

/** The default export of `odp.config.ts`. */
export function defineConfig(spec: ConfigSpec): ConfigDeclaration {
  return Object.freeze({
    kind: "config",
    name: spec.project,
    spec: Object.freeze(spec),
    site: callSite(defineConfig),
  });
}
