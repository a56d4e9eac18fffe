import { cron, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: cron("0 6 30 2 *", { zone: "UTC" }),
  outputs: [daily],
});
