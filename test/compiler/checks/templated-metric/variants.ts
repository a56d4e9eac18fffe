import { chart, metric, sql } from "odp";
import { dashboardWith, drawing } from "../drawn.ts";
import { daily } from "../shop.ts";

const of = (text: ReturnType<typeof sql>) => chart.bigNumber({ title: "R", metric: metric.sql(daily, text) });

export const variants = {
  "in a tab": () => [
    dashboardWith({ tabs: [{ title: "All", rows: [[of(sql`count_if(status = '{{ x }}')`)]] }] }),
  ],
  "a statement": () => [drawing(of(sql`count_if(status = '{% if %}')`))],
  "a comment": () => [drawing(of(sql`count_if(status = '{# x #}')`))],
  "a literal from TypeScript": () => [drawing(of(sql`count_if(status = ${"{{ user }}"})`))],
  "in a ratio": () => [
    drawing(
      chart.bigNumber({
        title: "R",
        metric: metric.ratio(metric.sql(daily, sql`count_if(status = '{{')`), metric.count(daily)),
      }),
    ),
  ],
};
