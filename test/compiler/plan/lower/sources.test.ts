import { describe, expect, test } from "vitest";
import { lowerSources } from "../../../../compiler/plan/lower/sources.ts";
import {
  changes,
  defineConfig,
  history,
  mart,
  pg,
  postgres,
  secret,
  sql,
  t,
  table,
} from "../../../../dsl/index.ts";
import { graphOf } from "../../project.ts";

const orders = { id: pg.bigint().primaryKey(), total: pg.numeric(12, 2), note: pg.text().nullable() };
const crm = (more: object = {}) =>
  postgres("crm", { connection: secret("crm_pg"), tables: { orders }, allowLoss: ["nan"], ...more });

function planOf(exports: readonly unknown[], warehouse = "file:///warehouse", more: object = {}) {
  return lowerSources(graphOf(exports, { config: defineConfig({ project: "demo", warehouse, ...more }) }));
}

function connectorOf(plan: ReturnType<typeof planOf>, role: "source" | "sink"): ReadonlyMap<string, string> {
  return new Map(plan.sources[0]?.connectors.find((connector) => connector.role === role)?.config);
}

describe("lowerSources", () => {
  test("names everything that systems share after project, source and epoch", () => {
    const [source] = planOf([crm({ epoch: 3 })]).sources;
    expect(source).toMatchObject({
      topicPrefix: "demo_crm_e3",
      slot: "odp_demo_crm_e3",
      publication: "odp_demo_crm_e3",
      controlTopic: "demo-crm-control",
      heartbeatTopic: "demo_crm_e3.odp.heartbeat",
    });
    expect(source?.connectors.map(({ name }) => name)).toEqual(["demo-crm-source-e3", "demo-crm-sink"]);
    expect(source?.tables[0]).toMatchObject({
      topic: "demo_crm_e3.public.orders",
      topicPattern: "^demo_crm(_e[0-9]+)?\\.public\\.orders$",
      lakeTable: "orders",
      baseModel: "base_crm__orders",
      currentModel: "crm__orders",
      changesModel: null,
      historyModel: null,
      baseChangesModel: null,
    });
  });

  test("lets only declared columns of declared tables out of the database", () => {
    const config = connectorOf(
      planOf([crm({ schemas: { billing: { invoices: { id: pg.uuid().primaryKey() } } } })]),
      "source",
    );
    expect(config.get("table.include.list")).toBe("billing\\.invoices,public\\.orders,odp\\.heartbeat");
    expect(config.get("column.include.list")).toBe(
      "billing\\.invoices\\.(id),public\\.orders\\.(id|total|note),odp\\.heartbeat\\.(id|at)",
    );
  });

  test("routes topics of every epoch to the table of their name, and of no other", () => {
    const plan = planOf([crm()]);
    const sink = connectorOf(plan, "sink");
    const pattern = new RegExp(sink.get("topics.regex") ?? "");
    const route = new RegExp(sink.get("iceberg.table.crm_bronze.orders.route-regex") ?? "");
    for (const [topic, isRead] of [
      ["demo_crm.public.orders", true],
      ["demo_crm_e2.public.orders", true],
      ["demo_crm_e2.public.orders_old", false],
      ["other_demo_crm.public.orders", false],
      ["demo_crm.odp.heartbeat", false],
      ["demo_crmXpublic.orders", false],
    ] as const) {
      expect([topic, pattern.test(topic), route.test(topic)]).toEqual([topic, isRead, isRead]);
    }
  });

  test("writes files of a bucket by Google's own library, of a folder by Hadoop's", () => {
    const io = (warehouse: string) =>
      connectorOf(planOf([crm()], warehouse), "sink").get("iceberg.catalog.io-impl");
    expect(io("gs://lake/warehouse")).toBe("org.apache.iceberg.gcp.gcs.GCSFileIO");
    expect(io("file:///warehouse")).toBe("org.apache.iceberg.hadoop.HadoopFileIO");
  });

  test("holds no secret and no place: the environment binds them", () => {
    const plan = planOf([crm()]);
    expect(connectorOf(plan, "source").get("database.password")).toBe(`\${env:ODP_CRM_PG_PASSWORD}`);
    expect(connectorOf(plan, "sink").get("iceberg.catalog.warehouse")).toBe(`\${env:ODP_WAREHOUSE}`);
    expect(JSON.stringify(plan)).not.toContain("file:///warehouse");
  });

  test("lays raw settings over its own, in their place", () => {
    const raw = { "snapshot.mode": "no_data", "max.batch.size": { value: 4096, reason: "large rows" } };
    const config = planOf([crm({ connect: { source: raw } })]).sources[0]?.connectors[0]?.config ?? [];
    expect(config.filter(([key]) => key === "snapshot.mode")).toEqual([["snapshot.mode", "no_data"]]);
    expect(config.at(-1)).toEqual(["max.batch.size", "4096"]);
  });

  test("makes changes and history only where they are read; history needs the changes", () => {
    const source = crm();
    const read = (face: unknown) =>
      mart("counted", {
        columns: { rows: t.bigint() },
        grain: ["rows"],
        sql: sql`select count(*) as rows from ${face as never}`,
      });
    const tableOf = (face: unknown) => planOf([source, read(face)]).sources[0]?.tables[0];
    expect(tableOf(changes(source.orders))).toMatchObject({
      changesModel: "crm__orders_changes",
      historyModel: null,
    });
    expect(tableOf(history(source.orders))).toMatchObject({
      changesModel: null,
      historyModel: "crm__orders_history",
      baseChangesModel: "base_crm__orders_changes",
    });
  });

  test("tests the columns of a compound key together", () => {
    const items = { order_id: pg.bigint().primaryKey(), line: pg.integer().primaryKey() };
    const [source] = planOf([postgres("crm", { connection: secret("crm_pg"), tables: { items } })]).sources;
    expect(source?.tables[0]?.tests.map((one) => [one.kind, "columns" in one ? one.columns : null])).toEqual([
      ["unique_combination", ["order_id", "line"]],
      ["expression", null],
    ]);
  });

  test("takes the replica identity from the key: its own, whole rows, or a unique index", () => {
    const tables = {
      plain: orders,
      whole: table(orders, { identity: "full" }),
      indexed: table({ code: pg.text(), note: pg.text() }, { keys: ["code"] }),
    };
    const [source] = planOf([
      postgres("crm", { connection: secret("crm_pg"), tables, allowLoss: ["nan"] }),
    ]).sources;
    expect(source?.tables.map(({ name, identity, key }) => [name, identity, key])).toEqual([
      ["crm.indexed", "index", ["code"]],
      ["crm.plain", "default", ["id"]],
      ["crm.whole", "full", ["id"]],
    ]);
  });

  test("creates topics that are only added to, and the control topic with them", () => {
    const { topics } = planOf([crm({ partitions: 4, retention: "10d" })]);
    expect(topics.map(({ name, partitions }) => [name, partitions])).toEqual([
      ["__debezium-heartbeat.demo_crm", 1],
      ["demo-crm-control", 1],
      ["demo_crm.odp.debezium_signal", 1],
      ["demo_crm.odp.heartbeat", 1],
      ["demo_crm.public.orders", 4],
    ]);
    expect(new Map(topics.at(-1)?.config)).toEqual(
      new Map([
        ["cleanup.policy", "delete"],
        ["retention.ms", String(10 * 86_400_000)],
        ["min.insync.replicas", "2"],
      ]),
    );
  });

  test("provisions in an order in which each operation finds what it needs", () => {
    const { operations } = planOf([crm()]);
    const done = new Set<string>();
    for (const { id, after } of operations) {
      expect([id, after.filter((need) => !done.has(need))]).toEqual([id, []]);
      done.add(id);
    }
    expect(done.size).toBe(operations.length);
    const source = operations.find(({ id }) => id === "source_crm");
    expect(source?.after).toEqual(
      expect.arrayContaining(["preflight_crm", "sink_crm", "topic_demo_crm.public.orders"]),
    );
  });

  test("knows by name what older epochs left behind", () => {
    const { removals } = planOf([crm({ epoch: 2 })]);
    expect(removals.map(({ id, losesData }) => [id, losesData])).toEqual([
      ["crm-epoch-1", false],
      ["crm-table", true],
      ["crm-source", true],
    ]);
    expect(removals[0]?.commands.join("\n")).toContain("odp_demo_crm'");
  });

  test("takes a connector away without its offsets, and drops its slot once nobody reads it", () => {
    const { removals } = planOf([crm()]);
    const all = removals.find(({ id }) => id === "crm-source")?.commands ?? [];
    const order = [
      "demo-crm-source/stop",
      "demo-crm-source/offsets",
      'demo-crm-source"',
      "pg_sleep",
      "drop publication",
    ];
    const places = order.map((part) => all.findIndex((command) => command.includes(part)));
    expect(places).toEqual([0, 1, 2, 3, places[4]]);
    expect(places[4]).toBeGreaterThan(3);
  });

  test("survives JSON unchanged", () => {
    const plan = planOf([crm()]);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
