import { email, secret } from "odp";
import type { Delivery } from "../../../../dsl/report.ts";
import { dailyReport } from "../scheduled.ts";

const to = (...addresses: readonly string[]) => email({ to: addresses, via: secret("smtp") });

export const variants = {
  "an e-mail to nobody": () => [dailyReport({ to: [to()] })],
  "the second of two": () => [dailyReport({ to: [to("a@example.com"), to()] })],
  "left out": () => [dailyReport({ to: undefined as unknown as readonly Delivery[] })],
  "deliveries of an empty loop": () => [
    dailyReport({ to: ([] as readonly string[]).map((address) => to(address)) }),
  ],
  "addresses of an empty loop": () => [dailyReport({ to: [to(...[].map(String))] })],
};
