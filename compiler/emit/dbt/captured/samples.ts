// Values for unit tests: what the changelog holds, and what the state holds then. dbt casts each to its column's type.
import type { ColumnPlan } from "../../../plan/sources.ts";

export interface Sample {
  readonly bronze: string | number | boolean;
  readonly state: string | number | boolean;
}

/** The sample of a number from 1 to 9, or null for a type that fixtures cannot write. */
export function sampleOf({ bronzeType, stateType }: ColumnPlan, number: number): Sample | null {
  const same = (value: string | number | boolean): Sample => ({ bronze: value, state: value });
  if (stateType === "varchar") return same(`value ${number}`);
  if (stateType === "integer" || stateType === "bigint") return same(number);
  if (stateType === "real" || stateType === "double") return bronzeType === "double" ? same(number) : null;
  if (stateType.startsWith("decimal(")) return decimal(stateType, number);
  if (stateType === "uuid") return same(`00000000-0000-4000-8000-00000000000${number}`);
  if (stateType === "date") return same(`2026-01-0${number}`);
  if (stateType === "timestamp(6) with time zone")
    return { bronze: `2026-01-0${number}T00:00:00Z`, state: `2026-01-0${number} 00:00:00.000000 UTC` };
  if (stateType === "timestamp(6)" && bronzeType === "bigint")
    return { bronze: number * 1_000_000, state: `1970-01-01 00:00:0${number}.000000` };
  return null;
}

/** A decimal without room for a whole number takes a fraction. */
function decimal(type: string, number: number): Sample {
  const [precision = 0, scale = 0] = [...type.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const text =
    precision > scale
      ? `${number}${scale > 0 ? `.${"0".repeat(scale)}` : ""}`
      : `0.${"0".repeat(scale - 1)}${number}`;
  return { bronze: text, state: text };
}
