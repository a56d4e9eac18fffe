import { cron, pipeline } from "odp";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: cron("0 6 * * *", { zone: "UTC" }),
  outputs: [],
});
