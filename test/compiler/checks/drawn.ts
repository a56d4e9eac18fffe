// Dashboards and a source with personal data, for variants that differ in a chart.
import { dashboard, pg, postgres, secret } from "odp";
import type { Chart } from "../../../dsl/chart.ts";
import type { DashboardSpec } from "../../../dsl/dashboard.ts";

/** A dashboard of these charts. */
export const drawing = (...charts: readonly Chart[]) =>
  dashboard("sales", { title: "Sales", rows: [charts] });

/** A dashboard that says this. */
export const dashboardWith = (spec: Partial<DashboardSpec>) =>
  dashboard("sales", { title: "Sales", ...spec });

/** Customers with an e-mail address. */
export const crm = postgres("crm", {
  connection: secret("crm"),
  tables: { people: { id: pg.bigint().primaryKey(), email: pg.text().pii("email"), country: pg.text() } },
});
