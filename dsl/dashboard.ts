import type { Chart } from "./chart.ts";
import type { ColumnRef } from "./relation.ts";
import { callSite, type Site } from "./site.ts";
import type { Described, Duration, FormerNames } from "./values.ts";

/** A filter that the reader of a dashboard sets. */
export interface Filter {
  readonly kind: "filter";
  readonly type: "time" | "select" | "range";
  readonly column: ColumnRef;
  readonly label?: string;
  readonly default?: string | readonly string[];
  readonly multiple?: boolean;
  readonly site: Site;
}

type TimeUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * A stretch of time. `last` ends with yesterday, `current` holds today, `previous` is the calendar's; two dates are from
 * the first (included) to the second (excluded).
 */
export type TimeRange =
  | "all"
  | `last ${TimeUnit}`
  | `last ${number} ${TimeUnit}s`
  | `current ${TimeUnit}`
  | `previous ${Exclude<TimeUnit, "day">}`
  | `${string} : ${string}`;

/** Filters of a dashboard; each works on every chart whose relation has the column. */
export const filter = Object.freeze({
  /** `filter.time(orders.day, { default: "last 30 days" })` */
  time: (
    column: ColumnRef<string, string, "date" | "instant">,
    options: { readonly default: TimeRange; readonly label?: string },
  ): Filter =>
    Object.freeze({ kind: "filter", type: "time", column, ...options, site: callSite(filter.time) }),
  /** Chosen values of a column. */
  select: (
    column: ColumnRef<string, string, "text" | "boolean">,
    options: {
      readonly multiple?: boolean;
      readonly default?: readonly string[];
      readonly label?: string;
    } = {},
  ): Filter =>
    Object.freeze({ kind: "filter", type: "select", column, ...options, site: callSite(filter.select) }),
  /** A range of numbers. */
  range: (column: ColumnRef<string, string, "number">, options: { readonly label?: string } = {}): Filter =>
    Object.freeze({ kind: "filter", type: "range", column, ...options, site: callSite(filter.range) }),
});

/** A line of text between charts, in Markdown. */
export interface Markdown {
  readonly kind: "markdown";
  readonly text: string;
  readonly width?: number;
}

export function markdown(text: string, options: { readonly width?: number } = {}): Markdown {
  return Object.freeze({ kind: "markdown", text, ...options });
}

export type Row = readonly (Chart | Markdown)[];

/** Rows under a heading. */
export interface Section {
  readonly kind: "section";
  readonly title: string;
  readonly rows: readonly Row[];
}

export function section(title: string, rows: readonly Row[]): Section {
  return Object.freeze({ kind: "section", title, rows });
}

export interface Tab {
  readonly title: string;
  readonly rows: readonly (Row | Section)[];
}

/** Consent to show personal data, by kind, and why it may be shown. */
export interface PersonalData {
  readonly allow: readonly string[];
  readonly reason: string;
}

/** What every output says. */
export interface Output extends Described {
  readonly title: string;
  /** How old its data may be at worst; the compiler adds up the worst case and compares. */
  readonly freshWithin?: Duration;
  readonly personalData?: PersonalData;
  /** Its name before it was renamed; its address, id and history stay. */
  readonly movedFrom?: FormerNames;
}

/** What a dashboard says. */
export interface DashboardSpec extends Output {
  readonly filters?: readonly Filter[];
  readonly rows?: readonly (Row | Section)[];
  readonly tabs?: readonly Tab[];
  /** Clicking a value in one chart filters the others. Default: true. */
  readonly crossFilter?: boolean;
  /** How often an open dashboard asks again. Default: never. */
  readonly refresh?: Duration;
  /** Roles that may see it. Default: everybody who may see the database. */
  readonly access?: readonly string[];
}

export interface DashboardDeclaration {
  readonly kind: "dashboard";
  readonly name: string;
  readonly spec: DashboardSpec;
  readonly site: Site;
}

/** A dashboard in Superset. */
export function dashboard(name: string, spec: DashboardSpec): DashboardDeclaration {
  return Object.freeze({ kind: "dashboard", name, spec: Object.freeze(spec), site: callSite(dashboard) });
}
