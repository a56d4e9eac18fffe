/** A text with values of the environment in it. Each system writes references in its own way. */
export type Template = readonly (string | { readonly variable: string })[];

/** A variable that whoever deploys has to set. */
export interface VariablePlan {
  readonly name: string;
  /** What stands in the example, on one machine; null for a secret, which has no value in any file. */
  readonly value: string | null;
  /** For people. */
  readonly why: string;
}

/** A variable that a program reads, made of what was set. */
export interface BoundVariable {
  readonly name: string;
  readonly value: Template;
}

/** A database that the stack of one machine brings along. */
export interface DatabasePlan {
  /** The source whose tables it holds; null for the database of the Iceberg catalog. */
  readonly source: string | null;
  /** Variables of its name, its user and the user's password. */
  readonly name: string;
  readonly user: string;
  readonly password: string;
}

/** Where the files of the lake lie. */
export type LakePlan = { readonly kind: "folder"; readonly path: string } | { readonly kind: "bucket" };

/** An artifact of Maven. */
export interface ArtifactPlan {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/** What the images are made of: tags of others' images, locks of Python, artifacts of Maven. */
export interface ImagesPlan {
  readonly postgres: string;
  readonly kafka: string;
  readonly trino: string;
  readonly airflow: string;
  /** Release of Airflow: `3.3.2`. */
  readonly airflowVersion: string;
  readonly superset: string;
  readonly openwhisk: string;
  readonly mail: string;
  readonly maven: string;
  readonly airflowLock: string;
  readonly dbtLock: string;
  /** Further packages of Airflow's environment, pinned. */
  readonly airflowExtras: readonly string[];
  /** Further packages of Superset's environment, pinned. */
  readonly supersetExtras: readonly string[];
  readonly debezium: string;
  readonly sink: readonly ArtifactPlan[];
}

/** How a project is run: what each program reads from its environment, and which programs there are. */
export interface DeployPlan {
  readonly project: string;
  /** `shop-analytics`: names of Kubernetes and Docker know no `_`. */
  readonly slug: string;
  readonly configFile: string;
  readonly lake: LakePlan;
  readonly images: ImagesPlan;
  /** Sorted by name. */
  readonly variables: readonly VariablePlan[];
  readonly databases: readonly DatabasePlan[];
  /** What the emitted connectors, catalogs, DAGs and models refer to, by the program that resolves it; sorted by name. */
  readonly connect: readonly BoundVariable[];
  readonly trino: readonly BoundVariable[];
  readonly airflow: readonly BoundVariable[];
  /** Whether something is delivered, shown, or mailed. */
  readonly hasOpenwhisk: boolean;
  readonly hasSuperset: boolean;
  readonly hasMail: boolean;
}
