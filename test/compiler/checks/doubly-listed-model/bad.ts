import { cron, pipeline } from "odp";
import { daily } from "../shop.ts";

const schedule = cron("0 6 * * *", { zone: "UTC" });

export const finance = pipeline("finance", { owner: "finance@example.com", schedule, outputs: [daily] });
export const sales = pipeline("sales", { owner: "sales@example.com", schedule, outputs: [daily] });
