import { incremental } from "odp";
import { martWith, stagingWith } from "../models.ts";

export const variants = {
  "by period, without a grain": () => [
    martWith({ grain: [], materialize: incremental({ period: "day", recompute: "3 days" }) as never }),
  ],
  "by key, without a grain": () => [martWith({ grain: [], materialize: incremental({ key: ["id"] }) })],
  "by more than the grain": () => [martWith({ materialize: incremental({ key: ["id", "day"] }) })],
  "by less than the grain": () => [
    martWith({ grain: ["id", "day"], materialize: incremental({ key: ["id"] }) }),
  ],
  "by nothing": () => [martWith({ materialize: incremental({ key: [] }) })],
  "a staging model": () => [stagingWith({ grain: [], materialize: incremental({ key: ["id"] }) })],
};
