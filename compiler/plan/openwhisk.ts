import type { NodeId } from "../graph/graph.ts";

/**
 * The contract of the action that delivers reports: what is deployed with it, what is bound to it, and what a DAG
 * sends it. The action's own source imports these types, so that both sides change together.
 */

/** `reports/<name>.json` beside the action: a report as its reviewers read it. */
export interface ReportFile {
  readonly report: string;
  readonly title: string;
  readonly project: string;
  /** Zone of the schedule, in which periods begin and end. */
  readonly zone: string;
  /** Lines of the query; each `?` takes the next of `binds`. */
  readonly query: readonly string[];
  /** `period.start`, `period.end`, or a key of a delivery's `with`. */
  readonly binds: readonly Bind[];
  /** Names of the columns in order; null where the compiler cannot know them. */
  readonly columns: readonly string[] | null;
  readonly attach: "table" | "csv" | "xlsx";
  readonly whenEmpty: "send" | "skip" | "fail";
  readonly rowLimit: number;
  readonly sizeLimitMegabytes: number;
  /** By id: `email`, `email_2`, `webhook`. */
  readonly deliveries: Readonly<Record<string, DeliveryFile>>;
}

export type Bind = { readonly period: "start" | "end" } | { readonly parameter: string };

/** Values of a recipient, by the names that the query and the texts use. */
export type RecipientValues = Readonly<Record<string, string | number>>;

export type DeliveryFile =
  | {
      readonly kind: "email";
      readonly to: readonly string[];
      readonly subject: string;
      readonly body: string;
      /** Parameters of the action that hold the server's address and the sender. */
      readonly server: string;
      readonly sender: string;
      /** A sender of this mail's own. */
      readonly from?: string;
      readonly with?: RecipientValues;
    }
  | {
      readonly kind: "webhook";
      readonly form: "json" | "slack";
      /** Parameters of the action that hold the address and the key of the signature. */
      readonly address: string;
      readonly key?: string;
      readonly with?: RecipientValues;
    }
  | { readonly kind: "bucket"; readonly path: string; readonly with?: RecipientValues };

/** What a DAG sends. Texts only: Airflow renders them. */
export interface DeliveryRequest {
  readonly report: string;
  /** Key of `deliveries`. */
  readonly delivery: string;
  /** ISO 8601 with an offset, in the report's zone. */
  readonly periodStart: string;
  readonly periodEnd: string;
  /** Everything committed before that moment is in the data; empty when it is not known. */
  readonly asOf: string;
  /** `yes`: send although a delivery of this period was begun or sent before. */
  readonly sendAgain: string;
}

/** What is bound to every action of the package, by the variable that holds its value when it is deployed. */
export interface BoundParameter {
  readonly name: string;
  readonly variable: string;
  readonly usedFor: string;
  /** Whether the action works without it. */
  readonly isOptional: boolean;
  readonly isSecret: boolean;
}

/** A report of the delivery action. */
export interface ReportPlan {
  readonly id: NodeId;
  /** The user's file. */
  readonly file: string;
  readonly content: ReportFile;
}

export interface ActionLimits {
  readonly timeoutMilliseconds: number;
  readonly memoryMegabytes: number;
  readonly logMegabytes: number;
}

/** An action of the user's own. */
export interface UserActionPlan {
  readonly id: NodeId;
  readonly name: string;
  /** The user's file. */
  readonly file: string;
  /** One file in CommonJS, and its source map. */
  readonly bundle: string;
  readonly sourceMap: string;
  readonly limits: ActionLimits;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly secrets: readonly BoundParameter[];
}

export interface OpenwhiskPlan {
  readonly project: string;
  /** Package of all actions. */
  readonly package: string;
  readonly delivery: {
    readonly name: string;
    readonly limits: ActionLimits;
    readonly parameters: readonly BoundParameter[];
    readonly reports: readonly ReportPlan[];
  } | null;
  readonly actions: readonly UserActionPlan[];
}
