import { cron, external, onNewData, pipeline, t } from "odp";
import { daily, shop } from "../shop.ts";

type Outputs = Parameters<typeof pipeline>[1]["outputs"];
const of = (outputs: Outputs, name = "shop") =>
  pipeline(name, { owner: "data@example.com", schedule: cron("0 6 * * *", { zone: "UTC" }), outputs });

export const variants = {
  "beside a pipeline that has some": () => [of([daily]), of([], "other")],
  "only a captured table, which a source's DAG builds": () => [shop, of([shop.orders])],
  "only an external": () => [
    of([external("rates", { schema: "x", columns: { id: t.bigint() }, landedBy: "x", freshWithin: "1d" })]),
  ],
  "outputs of an empty list": () => [of(Object.values({}))],
  "on new data": () => [pipeline("shop", { owner: "data@example.com", schedule: onNewData(), outputs: [] })],
  "no outputs at all": () => [of(undefined as unknown as Outputs)],
};
