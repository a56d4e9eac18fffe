import type { Delivery } from "../../../dsl/report.ts";
import type { GraphNode } from "../../graph/graph.ts";

/** A recipient of a report, by the name under which it is sent, awaited and asked for again. */
export interface NamedDelivery {
  /** `email`, `email_2`, `webhook`: by kind, so that another kind moves nothing. */
  readonly id: string;
  readonly delivery: Delivery;
}

export function deliveriesOf({ declaration }: GraphNode<"report">): readonly NamedDelivery[] {
  const counts = new Map<string, number>();
  return declaration.spec.to.map((delivery) => {
    const count = (counts.get(delivery.kind) ?? 0) + 1;
    counts.set(delivery.kind, count);
    return { id: count === 1 ? delivery.kind : `${delivery.kind}_${count}`, delivery };
  });
}
