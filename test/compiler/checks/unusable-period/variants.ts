import { incremental, t } from "odp";
import type { AnyColumn } from "../../../../dsl/column.ts";
import { martWith } from "../models.ts";

const by = (day: AnyColumn) => () => [
  martWith({
    columns: { id: t.bigint(), day },
    grain: ["id", "day"],
    materialize: incremental({ period: "day", recompute: "3 days" }) as never,
  }),
];

export const variants = {
  "an instant": by(t.timestamptz()),
  "a number": by(t.integer()),
  "a date that may be null": by(t.date().nullable()),
  "an instant that may be null": by(t.timestamp().nullable()),
  "a list": by(t.array(t.date())),
};
