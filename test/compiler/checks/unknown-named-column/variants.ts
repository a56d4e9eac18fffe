import { external, incremental, sql, t, test } from "odp";
import type { ColumnRef } from "../../../../dsl/relation.ts";
import { martWith, seedWith } from "../models.ts";
import { orders } from "../shop.ts";

export const variants = {
  "the order": () => [martWith({ sortBy: ["uid"] })],
  "a partition": () => [martWith({ partitionBy: ["month(date)"] })],
  buckets: () => [martWith({ partitionBy: ["bucket(uid, 16)"] })],
  "the period": () => [
    martWith({
      grain: ["id", "day"],
      materialize: incremental({ period: "date", recompute: "3 days" }) as never,
    }),
  ],
  "the merge key": () => [martWith({ grain: ["id"], materialize: incremental({ key: ["uid"] }) as never })],
  "the watermark": () => [
    martWith({ materialize: incremental({ key: ["id"], watermark: "changed_at" }) as never }),
  ],
  "a test of uniqueness": () => [martWith({ tests: [test.unique(["id", "uid"])] as never })],
  "a test of a relationship": () => [martWith({ tests: [test.relationship("uid", orders.id)] as never })],
  "a seed's grain": () => [seedWith({ grain: ["cod"] })],
  "an external's landing": () => {
    const rates = external("rates", {
      schema: "x",
      columns: { id: t.bigint() },
      landedBy: "x",
      freshWithin: "1d",
      landedAt: "at" as "id",
    });
    return [martWith({ columns: { id: t.bigint() }, sql: sql`select r.id from ${rates} as r` })];
  },
  "the other side of a relationship": () => {
    const gone = { ...orders.id } as ColumnRef;
    return [martWith({ tests: [test.relationship("id", gone)] as never, grain: ["nothing"] })];
  },
};
