import { ordersWith } from "../table.ts";

export const variants = {
  "only the retention": () => ordersWith({}, { retention: "2d" }),
  "only the outage": () => ordersWith({}, { longestOutage: "7d" }),
  hours: () => ordersWith({}, { retention: "95h" }),
  "longer than the outage, without the margin": () =>
    ordersWith({}, { retention: "36h", longestOutage: "1d" }),
  minutes: () => ordersWith({}, { retention: "90m", longestOutage: "1h" }),
};
