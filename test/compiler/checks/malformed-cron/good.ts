import { cron, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: [cron("*/15 6-18 * * mon-fri", { zone: "UTC" }), cron("0 6 1,15 jan-dec/2 *", { zone: "UTC" })],
  outputs: [daily],
});
