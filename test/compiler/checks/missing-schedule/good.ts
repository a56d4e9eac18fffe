import { onNewData, pipeline } from "odp";
import { daily } from "../shop.ts";

export default pipeline("shop", { owner: "data@example.com", schedule: onNewData(), outputs: [daily] });
