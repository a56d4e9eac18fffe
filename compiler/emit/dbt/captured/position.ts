import type { SourcePlan, TablePlan } from "../../../plan/sources.ts";
import { jinjaString } from "../../../text/jinja.ts";

/** The call that reads how far a model is in its changelog; the same for the state and for the changes. */
export function positionCall(source: SourcePlan, table: TablePlan): string {
  const relation = (name: string): string =>
    `source(${jinjaString(source.bronzeSchema)}, ${jinjaString(name)})`;
  const args = [
    relation(table.lakeTable),
    relation(source.snapshotEndsTable),
    jinjaString(table.topicPattern),
    jinjaString(source.epochPattern),
  ];
  return `cdc_position(${args.join(", ")})`;
}
