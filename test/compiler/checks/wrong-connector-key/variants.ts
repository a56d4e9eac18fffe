import type { Raw } from "../../../../dsl/values.ts";
import { ordersWith } from "../table.ts";

const source = (raw: Raw) => ordersWith({}, { connect: { source: raw } });
const sink = (raw: Raw) => ordersWith({}, { connect: { sink: raw } });

export const variants = {
  "a key of the frozen fork": () => sink({ "iceberg.tables.upsert-mode-enabled": true }),
  "a wrong value": () => source({ "max.batch.size": "many" }),
  "a value of no choice": () => source({ "snapshot.mode": "sometimes" }),
  "a reason that is empty": () => source({ "snapshot.mod": { value: "initial", reason: " " } }),
  "harm with a reason": () =>
    source({ "skipped.operations": { value: "u,d", reason: "we need inserts only" } }),
  "a misspelt override of the consumer": () => sink({ "consumer.override.max.pol.records": 500 }),
  "a transform's misspelt key": () => source({ "transforms.unwrap.delete.handling.mod": "rewrite" }),
};
