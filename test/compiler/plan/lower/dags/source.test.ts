import { describe, expect, test } from "vitest";
import { airflowOf, argumentOf, dagOf, taskOf } from "../night.ts";

const dag = dagOf(airflowOf(), "demo__source__shop");

describe("the DAG of a source", () => {
  test("proves completeness before it builds, and announces what is read", () => {
    expect(dag.tasks.map(({ id }) => id)).toEqual([
      "wait_for_changes",
      "record_snapshot_ends",
      "build",
      "announce_customers",
      "announce_orders",
    ]);
    expect(dag.edges).toEqual([
      ["build", "announce_customers"],
      ["build", "announce_orders"],
      ["record_snapshot_ends", "build"],
      ["wait_for_changes", "record_snapshot_ends"],
    ]);
    expect(taskOf(dag, "announce_orders").outlets).toEqual(["demo.shop.orders"]);
  });

  test("watches every changelog, as often as the most eager reader asks, and starts hourly", () => {
    expect(dag.schedule).toMatchObject({
      assets: ["demo.shop_bronze.customers", "demo.shop_bronze.orders", "demo.shop_bronze.unread"],
      or: { expressions: ["0 * * * *"], zone: "UTC" },
    });
    expect(dag.assets.find(({ name }) => name === "demo.shop_bronze.orders")?.watch).toEqual({
      table: "shop_bronze.orders",
      connection: "lake",
      pollSeconds: 30,
    });
  });

  test("gives the barrier the names that the connectors have", () => {
    const wait = taskOf(dag, "wait_for_changes");
    expect(argumentOf(wait, "source_connector")).toBe("demo-shop-source");
    expect(argumentOf(wait, "sink_connector")).toBe("demo-shop-sink");
    expect(argumentOf(wait, "topics")).toEqual({
      "demo_shop.public.customers": "customers",
      "demo_shop.public.orders": "orders",
      "demo_shop.public.unread": "unread",
    });
    expect(argumentOf(wait, "mode")).toBe("reschedule");
  });

  test("builds base and current model of every table", () => {
    expect(Object.keys(Object(argumentOf(taskOf(dag, "build"), "models")))).toEqual([
      "base_shop__customers",
      "base_shop__orders",
      "base_shop__unread",
      "shop__customers",
      "shop__orders",
      "shop__unread",
    ]);
  });
});
