import { dashboard } from "odp";

export const sales = dashboard("sales", { title: "Sales", rows: [] });
