import type { PostgresSpec } from "../../dsl/postgres.ts";
import { seconds } from "./config.ts";

const DAY = 86_400;

/** Time to notice an outage and to catch up after it, in seconds. */
export const OUTAGE_MARGIN_SECONDS = DAY;

type Outages = Pick<PostgresSpec, "retention" | "longestOutage">;

/** How long Kafka keeps the changes of a source, in seconds. */
export const changesKeptSeconds = ({ retention = "7d" }: Outages): number => seconds(retention);

/** The outage of the lake that no change may be lost in, in seconds. */
export const longestOutageSeconds = ({ longestOutage = "3d" }: Outages): number => seconds(longestOutage);

/**
 * How long the control topic of a sink keeps its commits, in seconds: at least a week, and past the longest outage. A
 * commit that it forgets before the lake is back names files that no table will ever hold, of changes that count as read.
 */
export const commitsKeptSeconds = (spec: Outages): number =>
  Math.max(7 * DAY, longestOutageSeconds(spec) + OUTAGE_MARGIN_SECONDS);
