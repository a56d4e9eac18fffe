import { cron, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: cron("0 6 * * *", { zone: "UTC" }),
  deadline: "30m",
  outputs: [daily],
});
