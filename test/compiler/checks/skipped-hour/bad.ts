import { daily as everyDay, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", {
  owner: "data@example.com",
  schedule: everyDay("02:30", { zone: "Europe/Berlin" }),
  outputs: [daily],
});
