import { defineConfig, email, secret } from "odp";
import { dailyPipeline, dailyReport } from "../scheduled.ts";
import { daily } from "../shop.ts";

const to = (address: string) => () => [dailyReport({ to: [email({ to: [address], via: secret("smtp") })] })];
const alerting = (address: string, from?: string) => () => ({
  exports: [daily],
  config: defineConfig({
    project: "demo",
    alerts: { email: [address], via: secret("smtp"), ...(from === undefined ? {} : { from }) },
  }),
});

export const variants = {
  "a list in one text": to("a@example.com, b@example.com"),
  "with a name": to("Sales <sales@example.com>"),
  "without a domain": to("sales"),
  "a blank behind it": to("sales@example.com "),
  "a line break, which would add a header": to("sales@example.com\nBcc: x@example.com"),
  "in an alert of a pipeline": () => [dailyPipeline({ alerts: [{ on: "failure", email: ["#data"] }] })],
  "in the project's alerts": alerting("oncall"),
  "the sender": alerting("oncall@example.com", "Airflow"),
};
