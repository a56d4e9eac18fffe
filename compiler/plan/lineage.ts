import type { NodeId } from "../graph/graph.ts";

/** The graph as other tools read it; an alias, since only those are JSON values to the type system. */
export type LineagePlan = {
  readonly nodes: readonly {
    readonly id: NodeId;
    readonly kind: string;
    readonly name: string;
    readonly file: string;
    readonly description: string;
    readonly columns: readonly {
      readonly name: string;
      readonly type: string;
      readonly pii: string | null;
    }[];
  }[];
  readonly edges: readonly {
    readonly from: NodeId;
    readonly to: NodeId;
    readonly why: string;
    readonly face: string;
  }[];
};
