import { cron, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: [
    cron("0 6 * * *", { zone: "Africa/Nairobi" }),
    cron("0 7 * * *", { zone: "Asia/Kolkata" }),
    cron("0 8 * * *", { zone: "UTC" }),
  ],
  outputs: [daily],
});
