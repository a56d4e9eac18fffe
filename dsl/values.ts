import { callSite, type Site } from "./site.ts";

/** `"90s"`, `"15m"`, `"3h"`, `"2d"`: a length of time. */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

/** `"06:00"`, a time of day on the 24-hour clock. */
export type TimeOfDay = `${number}:${number}`;

/**
 * The name of a secret. The language has no way to take a value: each system resolves the name itself
 * (`${env:..}` in Kafka Connect, `env_var` in dbt, a connection id in Airflow).
 */
export interface Secret {
  readonly kind: "secret";
  /** Lower-case letters, digits and `_`; `shop_pg` is read from `ODP_SHOP_PG_*` by the systems. */
  readonly name: string;
  readonly site: Site;
}

/** Names a secret, for example `secret("shop_pg")`. */
export function secret(name: string): Secret {
  return Object.freeze({ kind: "secret", name, site: callSite(secret) });
}

/** What every declaration may say about itself. */
export interface Described {
  /** What it is, for readers. Default: the TSDoc comment above the declaration. */
  readonly description?: string;
  /** E-mail address or team that answers for it. Default: the pipeline's owner. */
  readonly owner?: string;
  /** Free labels; they become tags in dbt and Airflow. */
  readonly tags?: readonly string[];
}

/** The name before a rename, or all of them, oldest first: `"people"`, `["people", "users"]`. */
export type FormerNames = string | readonly string[];

/**
 * A raw setting of one system that the language has no word for. `reason` is needed for a key that the system's
 * own list does not hold.
 */
export interface Raw {
  readonly [key: string]:
    | string
    | number
    | boolean
    | { readonly value: string | number | boolean; readonly reason: string };
}
