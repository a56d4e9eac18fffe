import type { Output } from "./dashboard.ts";
import type { Schedule } from "./schedule.ts";
import { callSite, type Site } from "./site.ts";
import type { Sql } from "./sql.ts";
import type { Secret } from "./values.ts";

/** Values of the query's `parameter(..)` for a recipient. */
type RecipientValues = Readonly<Record<string, string | number>>;

/** Where a report goes. */
export type Delivery =
  | {
      readonly kind: "email";
      readonly to: readonly string[];
      readonly via: Secret;
      /** Sender. Default: what the environment says, `ODP_<VIA>_FROM`. */
      readonly from?: string;
      /**
       * Text with facts in braces: `{title}`, `{period}`, `{periodStart}`, `{periodEnd}`, `{asOf}`, `{rows}`, `{link}`,
       * and the parameters of `with`. Default: `"{title}, {period}"`.
       */
      readonly subject?: string;
      /** As `subject`. Default: title, period, rows and as-of time. */
      readonly body?: string;
      readonly with?: RecipientValues;
      readonly site: Site;
    }
  | {
      readonly kind: "webhook";
      readonly url: Secret;
      readonly sign?: Secret;
      readonly form: "json" | "slack";
      readonly with?: RecipientValues;
      readonly site: Site;
    }
  | {
      readonly kind: "bucket";
      /** Folder below the bucket's own: `"reports/morning"`. */
      readonly path: string;
      readonly with?: RecipientValues;
      readonly site: Site;
    };

type Of<K extends Delivery["kind"]> = Omit<Extract<Delivery, { readonly kind: K }>, "kind" | "site">;

/** By e-mail, through the SMTP server that the secret names. */
export function email(options: Of<"email">): Delivery {
  return Object.freeze({ kind: "email", ...options, site: callSite(email) });
}

/**
 * To an address that the secret holds; signed as Standard Webhooks say where `sign` names a key. `slack` is the form of
 * Slack's incoming webhooks.
 */
export function webhook(
  options: Omit<Of<"webhook">, "form"> & { readonly form?: "json" | "slack" },
): Delivery {
  return Object.freeze({ kind: "webhook", form: "json", ...options, site: callSite(webhook) });
}

/** As a file in the bucket of reports. */
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
  /**
   * Largest file that a mail or a webhook carries, in megabytes, at most 20. What is larger goes into the bucket,
   * gzipped, and the message carries a link. A table in a mail's text may have a tenth of one. Default: 10.
   */
  readonly sizeLimitMegabytes?: number;
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
