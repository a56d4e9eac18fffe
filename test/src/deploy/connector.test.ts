// Connectors against a Kafka Connect that speaks its REST interface: what a change does to it, call by call.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connection } from "../../../compiler/plan/names.ts";
import { openConnect } from "../../../src/deploy/clients/connect.ts";
import { differences } from "../../../src/deploy/compare.ts";
import { readConnection } from "../../../src/deploy/connections.ts";
import type { Scope } from "../../../src/deploy/state.ts";
import { connector } from "../../../src/deploy/states/connector.ts";

/** The worker: its connectors, and what it was asked besides reading. */
const worker = {
  config: undefined as Readonly<Record<string, string>> | undefined,
  state: "RUNNING",
  errors: [] as string[],
  calls: [] as string[],
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const [status, answer] = answerOf(`${request.method} ${request.url}`, body);
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(answer === undefined ? "" : JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => Object.assign(worker, { config: undefined, state: "RUNNING", errors: [], calls: [] }));

function answerOf(call: string, body: string): readonly [status: number, answer?: unknown] {
  if (!call.startsWith("GET")) worker.calls.push(call);
  if (call.startsWith("PUT /connector-plugins/"))
    return [200, { configs: [{ value: { name: "slot.name", errors: worker.errors } }] }];
  if (call === "PUT /connectors/orders/config") {
    worker.config = JSON.parse(body);
    return [201, {}];
  }
  if (worker.config === undefined) return [404, { error_code: 404, message: "Connector orders not found" }];
  if (call === "GET /connectors/orders/config") return [200, worker.config];
  if (call === "GET /connectors/orders/status") {
    const part = {
      state: worker.state,
      ...(worker.state === "FAILED" ? { trace: "a.B: x\nCaused by: c.D: no route" } : {}),
    };
    return [200, { name: "orders", connector: { state: "RUNNING" }, tasks: [{ id: 0, ...part }] }];
  }
  worker.state = "RUNNING";
  return [204];
}

const operation = {
  id: "source_shop",
  title: "Capture of shop",
  after: [],
  source: "shop",
  kind: "connector",
  name: "orders",
  file: "connect/orders.json",
  config: [
    ["name", "orders"],
    ["connector.class", "x.Y"],
    ["slot.name", "odp_shop"],
    ["table.include.list", "public\\.orders,public\\.customers"],
    ["signal.data.collection", "odp.debezium_signal"],
  ],
} as const;

const statements: (readonly [string, readonly unknown[]])[] = [];
function scope(): Scope {
  const { port } = server.address() as AddressInfo;
  const id = connection.kafkaConnect;
  const address = readConnection({ AIRFLOW_CONN_ODP_KAFKA_CONNECT: `http://127.0.0.1:${port}` }, id);
  return {
    // Only what this state looks at.
    plan: { sources: [{ name: "shop", connection: "odp_shop_pg" }] },
    world: {
      connect: () => openConnect(address),
      database: async () => ({
        query: async (text: string, values: readonly unknown[]) => {
          statements.push([text, values]);
          return [];
        },
      }),
    },
  } as unknown as Scope;
}

const config = (changes: Readonly<Record<string, string>>) => ({
  ...Object.fromEntries(operation.config),
  ...changes,
});

async function deploy(): Promise<{ readonly action: string; readonly losses: readonly string[] }> {
  const wanted = connector.wanted(operation, scope());
  const now = await connector.now(operation, scope());
  const changes = differences(wanted, now, wanted);
  const action = connector.action(operation, changes, now !== undefined);
  const losses = connector.losses(operation, changes);
  await connector.apply(operation, scope(), changes, now !== undefined);
  return { action, losses };
}

test("a connector that is missing is validated, then made", async () => {
  expect((await deploy()).action).toBe("create");
  expect(worker.calls).toEqual([
    "PUT /connector-plugins/x.Y/config/validate",
    "PUT /connectors/orders/config",
  ]);
  expect(worker.config).toEqual(config({}));
});

test("what Connect refuses is not put", async () => {
  worker.errors = ["is already in use"];
  await expect(deploy()).rejects.toThrow("Kafka Connect refuses orders:\nslot.name: is already in use");
  expect(worker.config).toBeUndefined();
});

test("a paused connector is resumed, and nothing else", async () => {
  worker.config = config({});
  worker.state = "PAUSED";
  expect((await deploy()).action).toBe("resume");
  expect(worker.calls).toEqual(["PUT /connectors/orders/resume"]);
});

test("what failed is restarted, with its cause in the plan", async () => {
  worker.config = config({});
  worker.state = "FAILED";
  const now = await connector.now(operation, scope());
  expect(now?.get("(state)")).toBe("FAILED: Caused by: c.D: no route");
  expect((await deploy()).action).toBe("restart what failed");
  expect(worker.calls).toEqual(["POST /connectors/orders/restart?includeTasks=true&onlyFailed=true"]);
});

test("a table that is added is asked a snapshot of, once the connector runs", async () => {
  statements.length = 0;
  worker.config = config({ "table.include.list": "public\\.orders" });
  expect((await deploy()).action).toContain("then ask for a snapshot of public.customers");
  expect(statements).toHaveLength(1);
  expect(statements[0]?.[0]).toContain('insert into "odp"."debezium_signal"');
  expect(JSON.parse(String(statements[0]?.[1][0]))).toEqual({
    "data-collections": ["public.customers"],
    type: "incremental",
  });
});

test("a table that goes, and another slot, lose changes", async () => {
  worker.config = config({
    "table.include.list": "public\\.orders,public\\.customers,public\\.old",
    "slot.name": "other",
  });
  const { losses } = await deploy();
  expect(losses.join("\n")).toContain("changes of public.old are no longer captured");
  expect(losses.join("\n")).toContain("with another slot.name (other to odp_shop) the source begins anew");
});
