import { incremental } from "odp";
import type { Recompute } from "../../../../dsl/materialization.ts";
import { martWith } from "../models.ts";

const window = (recompute: string) => () => [
  martWith({
    grain: ["id", "day"],
    materialize: incremental({ period: "day", recompute: recompute as Recompute }) as never,
  }),
];

export const variants = {
  negative: window("-3 days"),
  "a fraction": window("1.5 days"),
  "another unit": window("2 weeks"),
  "many years": window("10000 days"),
  "many months": window("60 months"),
  "left out": window(undefined as unknown as string),
  "an overlap of nothing": () => [
    martWith({ materialize: incremental({ key: ["id"], watermark: "day", overlap: "0 days" }) }),
  ],
};
