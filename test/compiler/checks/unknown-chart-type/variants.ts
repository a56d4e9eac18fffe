import { chart } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const of = (type: string, reason?: string) =>
  drawing(
    chart.raw({
      title: "R",
      on: daily,
      type,
      formData: {},
      ...(reason === undefined ? {} : { superset: { viz_type: { value: type, reason } } }),
    }),
  );

export const variants = {
  "a name of the language": () => [of("bigNumber")],
  "in a tab": () => [
    dashboardWith({
      tabs: [{ title: "All", rows: [[chart.raw({ title: "R", on: daily, type: "line", formData: {} })]] }],
    }),
  ],
  "an old name": () => [of("dist_bar")],
  nothing: () => [of("")],
  "a plugin without a reason": () => [of("my_plugin", " ")],
};
