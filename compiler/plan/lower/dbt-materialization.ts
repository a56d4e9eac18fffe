import type { Recompute } from "../../../dsl/materialization.ts";
import type { GraphNode } from "../../graph/graph.ts";
import type { DbtMaterialization, DbtWatermark } from "../dbt.ts";

/** How a model is stored, with every default. */
export function dbtMaterialization(node: GraphNode<"model">): DbtMaterialization {
  const { layer, spec } = node.declaration;
  const materialize =
    spec.materialize ?? (layer === "staging" || layer === "intermediate" ? "view" : "table");
  if (materialize === "view" || materialize === "table") return { kind: materialize };
  if (materialize.kind === "incremental-by-key")
    return {
      kind: "merge",
      key: materialize.key,
      watermark: watermark(node, materialize.watermark, materialize.overlap),
    };
  const { count, unit } = recompute(materialize.recompute);
  // Without a grain the period is the only key there is: one row a period.
  const key = spec.grain ?? [materialize.period];
  return { kind: "periods", period: materialize.period, recompute: count, unit, zone: materialize.zone, key };
}

const DEFAULT_OVERLAP: Recompute = "3 days";

function watermark(
  node: Pick<GraphNode, "columns">,
  name: string | undefined,
  overlap: Recompute | undefined,
): DbtWatermark | null {
  const column = node.columns.find((each) => each.name === name);
  const kind = column?.spec.kind;
  // Other values have no order that new rows follow: then every row is read.
  if (column === undefined || (kind !== "number" && kind !== "date" && kind !== "instant")) return null;
  const isTime = kind === "date" || kind === "instant";
  return {
    column: column.name,
    overlap: isTime ? { ...recompute(overlap ?? DEFAULT_OVERLAP), isDate: kind === "date" } : null,
  };
}

function recompute(text: Recompute): { readonly count: number; readonly unit: "day" | "month" } {
  const [count, unit] = text.split(" ");
  return { count: Number(count), unit: unit === "months" ? "month" : "day" };
}
