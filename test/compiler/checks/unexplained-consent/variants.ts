import { action, chart, metric } from "odp";
import { crm, dashboardWith } from "../drawn.ts";
import { dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const rows = [[chart.bigNumber({ title: "Revenue", metric: metric.sum(daily.revenue) })]];
const reason = "agreed with legal";

export const variants = {
  blanks: () => [crm, dailyReport({ personalData: { allow: ["email"], reason: "  " } })],
  "left out": () => [crm, dailyReport({ personalData: { allow: ["email"] } as never })],
  "a misspelt kind": () => [crm, dailyReport({ personalData: { allow: ["e-mail"], reason } })],
  "of a dashboard": () => [crm, dashboardWith({ rows, personalData: { allow: ["email", "phone"], reason } })],
  "of an action": () => [
    crm,
    action("push", {
      title: "Push",
      file: "push.ts",
      reads: [daily],
      personalData: { allow: ["email"], reason: "" },
    }),
  ],
};
