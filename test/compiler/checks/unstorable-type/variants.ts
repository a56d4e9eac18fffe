import { t } from "odp";
import { column, type TypeName } from "../../../../dsl/column.ts";
import { martWith, seedWith } from "../models.ts";

const typed = (type: TypeName) => () => [
  martWith({ columns: { id: t.bigint(), x: column("t", "other", type) } }),
];

export const variants = {
  smallint: typed({ name: "smallint" }),
  "a length": typed({ name: "varchar", args: [20] }),
  char: typed({ name: "char", args: [3] }),
  json: typed({ name: "json" }),
  milliseconds: typed({ name: "timestamp", args: [3] }),
  "inside a list": typed({ name: "array", element: { name: "json" } }),
  "inside a row": typed({ name: "row", fields: [{ name: "a", type: { name: "tinyint" } }] }),
  "a decimal of 39 digits": () => [martWith({ columns: { id: t.bigint(), x: t.decimal(39, 2) } })],
  "more digits behind the point": () => [martWith({ columns: { id: t.bigint(), x: t.decimal(10, 12) } })],
  unknown: typed({ name: "hyperloglog" }),
  "in a seed": () => [seedWith({ columns: { code: column("t", "text", { name: "varchar", args: [2] }) } })],
};
