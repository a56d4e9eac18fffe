import { daily as everyDay, hourly, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: [
    everyDay("03:30", { zone: "Europe/Berlin" }),
    everyDay("02:30", { zone: "Africa/Nairobi" }),
    hourly(30, { zone: "Europe/Berlin" }),
  ],
  outputs: [daily],
});
