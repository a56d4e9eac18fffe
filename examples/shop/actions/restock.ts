import type { ActionParameters } from "odp";
import type { restock } from "../pipeline.ts";

/** Tells the warehouse what to order; run by OpenWhisk. */
export async function main(
  { warehouse, key }: ActionParameters<typeof restock>,
): Promise<{ readonly ordered: number }> {
  return { ordered: key === "" ? 0 : warehouse.length };
}
