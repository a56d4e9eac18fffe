import { bucket, email, parameter, secret, sql, test, webhook } from "odp";
import { martWith, stagingWith } from "../models.ts";
import { dailyReport } from "../scheduled.ts";
import { daily, orders } from "../shop.ts";

const query = sql`select d.day from ${daily} as d where d.status = ${parameter("status")}`;
const told = email({ to: ["a@example.com"], via: secret("smtp"), with: { status: "paid" } });

export const variants = {
  "one of two recipients": () => [
    dailyReport({ sql: query, to: [told, webhook({ url: secret("channel") })] }),
  ],
  "another spelling": () => [
    dailyReport({ sql: query, to: [bucket({ path: "reports", with: { stauts: "paid" } })] }),
  ],
  "in a nested template": () => [
    dailyReport({
      sql: sql`select d.day from ${daily} as d where ${sql`d.status <> ${parameter("other")}`}`,
      to: [told],
    }),
  ],
  "in a model": () => [
    stagingWith({ sql: sql`select o.id from shop.orders as o where o.status = ${parameter("status")}` }),
  ],
  "in a test": () => [
    martWith({
      tests: [
        test.table("none", sql`select o.id from ${orders} as o where o.status = ${parameter("status")}`),
      ],
    }),
  ],
};
