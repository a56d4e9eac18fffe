import type { Output } from "./dashboard.ts";
import type { Schedule } from "./schedule.ts";
import { callSite, type Site } from "./site.ts";
import type { Sql } from "./sql.ts";
import type { Secret } from "./values.ts";

/** Where a report goes. */
export type Delivery =
  | {
      readonly kind: "email";
      readonly to: readonly string[];
      readonly via: Secret;
      readonly subject?: string;
      readonly body?: string;
      /** Values of the report's parameters for these recipients. */
      readonly with?: Readonly<Record<string, string | number>>;
      readonly site: Site;
    }
  | {
      readonly kind: "webhook";
      readonly url: Secret;
      readonly sign?: Secret;
      readonly form: "json" | "slack";
      readonly site: Site;
    }
  | { readonly kind: "bucket"; readonly path: string; readonly site: Site };

type Of<K extends Delivery["kind"]> = Omit<Extract<Delivery, { readonly kind: K }>, "kind" | "site">;

/** By e-mail, through the SMTP server that the secret names. */
export function email(options: Of<"email">): Delivery {
  return Object.freeze({ kind: "email", ...options, site: callSite(email) });
}

/** To an address that the secret holds; signed where `sign` names a key. */
export function webhook(
  options: Omit<Of<"webhook">, "form"> & { readonly form?: "json" | "slack" },
): Delivery {
  return Object.freeze({ kind: "webhook", form: "json", ...options, site: callSite(webhook) });
}

/** As a file in the warehouse's bucket. */
export function bucket(options: Of<"bucket">): Delivery {
  return Object.freeze({ kind: "bucket", ...options, site: callSite(bucket) });
}

/** What a report says. */
export interface ReportSpec extends Output {
  readonly sql: Sql;
  readonly attach: "table" | "csv" | "xlsx";
  /** What happens when the query yields no row. */
  readonly whenEmpty: "send" | "skip" | "fail";
  readonly to: readonly Delivery[];
  /** When it is sent. The period is the scheduled time in the schedule's zone. */
  readonly schedule: Schedule;
  /** Rows at most; more is an error. Default: 100,000. */
  readonly rowLimit?: number;
}

export interface ReportDeclaration {
  readonly kind: "report";
  readonly name: string;
  readonly spec: ReportSpec;
  readonly site: Site;
}

/** A query whose rows are sent to people at set times. */
export function report(name: string, spec: ReportSpec): ReportDeclaration {
  return Object.freeze({ kind: "report", name, spec: Object.freeze(spec), site: callSite(report) });
}
