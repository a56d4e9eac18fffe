import type { NodeId } from "../graph/graph.ts";

/** A value of form data, of a query or of a dashboard, as Superset keeps them: JSON. */
export type SupersetValue =
  | null
  | boolean
  | number
  | string
  | readonly SupersetValue[]
  | { readonly [key: string]: SupersetValue };

/** Form data of a chart, a query, metadata of a dashboard. */
export type SupersetObject = Readonly<Record<string, SupersetValue>>;

/** The lake as a database of Superset; its address is bound when it is deployed. */
export interface SupersetDatabase {
  readonly uuid: string;
  readonly name: string;
  /** Catalog of Trino. */
  readonly catalog: string;
}

export interface SupersetColumn {
  readonly name: string;
  /** What readers see: `Created at`. */
  readonly label: string;
  /** In Trino's spelling. */
  readonly type: string;
  readonly isTime: boolean;
  readonly description: string | null;
}

/** A metric that a dataset keeps, so that every chart which computes it computes the same. */
export interface SupersetMetric {
  readonly name: string;
  readonly label: string;
  /** An aggregate in Trino's SQL. */
  readonly expression: string;
  /** In d3's format language, or one of Superset's own names. */
  readonly format: string | null;
  /** Code of the currency. */
  readonly currency: string | null;
}

/** A relation that dashboards read. */
export interface SupersetDataset {
  readonly uuid: string;
  /** The relation. */
  readonly id: NodeId;
  /** The user's file that declares it. */
  readonly file: string;
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
  readonly description: string | null;
  /** Who vouches for its metrics. */
  readonly owner: string | null;
  /** The time that filters of time mean. */
  readonly timeColumn: string | null;
  readonly columns: readonly SupersetColumn[];
  readonly metrics: readonly SupersetMetric[];
}

export interface SupersetChart {
  readonly uuid: string;
  /** Its dashboard. */
  readonly id: NodeId;
  readonly file: string;
  /** Unique in its dashboard: `revenue_by_country`. */
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  /** UUID of the dataset. */
  readonly dataset: string;
  readonly type: string;
  readonly formData: SupersetObject;
  /** What Superset's own front end would ask for with this form data; null where odp does not know the type. */
  readonly queries: readonly SupersetObject[] | null;
  readonly cacheSeconds: number | null;
}

/** A node of a dashboard's layout, under its id. */
export interface SupersetNode {
  readonly id: string;
  readonly type: "ROOT" | "GRID" | "HEADER" | "TABS" | "TAB" | "ROW" | "CHART" | "MARKDOWN";
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly meta: SupersetObject | null;
}

export interface SupersetDashboard {
  readonly uuid: string;
  readonly id: NodeId;
  readonly name: string;
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly owner: string | null;
  /** From the root down. */
  readonly layout: readonly SupersetNode[];
  readonly filters: readonly SupersetObject[];
  readonly crossFilter: boolean;
  /** 0: an open dashboard does not ask again by itself. */
  readonly refreshSeconds: number;
  /** Names of roles, sorted; none: everybody who may see the database. */
  readonly roles: readonly string[];
}

/** Everything that Superset is given. Without a dashboard there is no database either. */
export interface SupersetPlan {
  readonly database: SupersetDatabase | null;
  readonly datasets: readonly SupersetDataset[];
  /** In the order of the dashboards, and there in that of the text. */
  readonly charts: readonly SupersetChart[];
  readonly dashboards: readonly SupersetDashboard[];
}
