import { describe, expect, test } from "vitest";
import { lowerSources } from "../../../../compiler/plan/lower/sources.ts";
import { pg, postgres, secret, table } from "../../../../dsl/index.ts";
import { graphOf } from "../../project.ts";

const columns = { id: pg.bigint().primaryKey(), city: pg.text() };
const source = (name: string, tables: object, more: object = {}) =>
  lowerSources(graphOf([postgres(name, { connection: secret("crm_pg"), tables: { ...tables }, ...more })]));

const before = source("crm", { people: columns });
const after = source(
  "members",
  { customers: table(columns, { movedFrom: ["people", "clients"] }) },
  { movedFrom: "crm" },
);

const connector = (plan: typeof before, role: "source" | "sink"): ReadonlyMap<string, string> =>
  new Map(plan.sources[0]?.connectors.find((one) => one.role === role)?.config);

describe("a renamed source with a renamed table", () => {
  test("keeps what holds data and positions: slot, topics, connectors, changelog, state", () => {
    const kept = ({ sources: [plan] }: typeof before) => {
      const [only] = plan?.tables ?? [];
      return {
        names: [
          plan?.slot,
          plan?.publication,
          plan?.topicPrefix,
          plan?.controlTopic,
          plan?.heartbeatStatement,
        ],
        connectors: plan?.connectors.map(({ name }) => name),
        topics: [only?.topic, only?.topicPattern],
        stored: [only?.bronzeSchema, only?.baseSchema, only?.lakeTable, only?.baseChangesTable],
      };
    };
    expect(kept(after)).toEqual(kept(before));
    expect(connector(after, "sink")).toEqual(connector(before, "sink"));
    expect(after.topics.map(({ name }) => name)).toEqual(before.topics.map(({ name }) => name));
  });

  test("gives its new name to what is rebuilt", () => {
    expect(after.sources[0]?.tables[0]).toMatchObject({
      currentSchema: "members",
      currentTable: "customers",
      baseModel: "base_members__customers",
      currentModel: "members__customers",
    });
  });

  test("reads the log on both sides of the rename, and writes into one topic", () => {
    const config = connector(after, "source");
    expect(config.get("table.include.list")).toBe(
      "public\\.customers,public\\.people,public\\.clients,odp\\.heartbeat",
    );
    expect(config.get("transforms")).toBe("unwrap,keep_topic_of_people");
    const route = new RegExp(`^(?:${config.get("transforms.keep_topic_of_people.regex")})$`, "u");
    const topicOf = (name: string): string =>
      name.replace(route, config.get("transforms.keep_topic_of_people.replacement") ?? "");
    const topics = ["customers", "clients", "people", "customers_old"].map(
      (name) => `demo_crm.public.${name}`,
    );
    expect(topics.map(topicOf)).toEqual([
      "demo_crm.public.people",
      "demo_crm.public.people",
      "demo_crm.public.people",
      "demo_crm.public.customers_old",
    ]);
  });

  test("says which views are left over", () => {
    const left = after.removals.find(({ id }) => id === "members-former-names");
    expect(left?.losesData).toBe(false);
    expect(left?.commands).toHaveLength(5);
    expect(left?.commands.join("\n")).not.toContain("members.customers");
    expect(left?.commands.join("\n")).toContain("lake.crm.people");
  });
});

describe("a protected source", () => {
  const plan = source("crm", { people: columns }, { protect: true });

  test("has no command that loses data", () => {
    expect(plan.removals.filter(({ losesData }) => losesData).map(({ commands }) => commands)).toEqual([
      [],
      [],
    ]);
    expect(plan.removals.every(({ losesData, isRefused }) => losesData === isRefused)).toBe(true);
  });

  test("refuses to take a table out of its publication, before it sets it", () => {
    const capture = plan.postgres.find(({ path }) => path === "postgres/crm.capture.sql");
    const guard = capture?.statements.findIndex((text) => text.includes("is protected")) ?? -1;
    const set = capture?.statements.findIndex((text) => text.startsWith("alter publication")) ?? -1;
    expect(guard).toBeGreaterThan(0);
    expect(set).toBe(guard + 1);
  });
});
