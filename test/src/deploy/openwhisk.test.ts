// The actions of a project as `odp deploy` shows and makes them; the API as a real controller answers it.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Plan } from "../../../compiler/plan/plan.ts";
import { deliveryText, readDelivery } from "../../../src/deploy/openwhisk.ts";
import { openWorld } from "../../../src/deploy/world.ts";

interface Stored {
  exec: { code: string; kind: string };
  limits: object;
  parameters: readonly object[];
  annotations: readonly object[];
}
const actions = new Map<string, Stored>();
const calls: string[] = [];

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const path = decodeURIComponent(
        (request.url ?? "").replace("/api/v1/namespaces/_/", "").split("?")[0] ?? "",
      );
      const [status, value] = answerOf(request.method ?? "", path, body);
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(value));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  actions.clear();
  calls.length = 0;
});

function answerOf(method: string, path: string, body: string): readonly [status: number, value: object] {
  if (method !== "GET") calls.push(`${method} ${path}`);
  const name = path.replace(/^(actions|packages)\//, "");
  if (path.startsWith("packages/")) {
    if (method === "PUT") return [200, {}];
    return actions.size === 0
      ? [404, { error: "The requested resource does not exist." }]
      : [200, { name, actions: [...actions.keys()].map((each) => ({ name: each.split("/")[1] })) }];
  }
  if (method === "PUT") actions.set(name, JSON.parse(body));
  const there = actions.get(name);
  return there === undefined
    ? [404, { error: "The requested resource does not exist." }]
    : [200, { name, ...there }];
}

const plan = {
  openwhisk: {
    project: "shop",
    package: "shop",
    delivery: null,
    actions: [
      {
        name: "restock",
        params: {},
        limits: { timeoutMilliseconds: 60_000, memoryMegabytes: 256, logMegabytes: 10 },
        secrets: [
          { name: "key", variable: "ODP_KEY", usedFor: "restock", isOptional: false, isSecret: true },
        ],
      },
    ],
  },
} as unknown as Plan;

async function read(
  overwrite: readonly string[] = [],
  variables: NodeJS.ProcessEnv = { ODP_KEY: "hush-hush" },
) {
  const { port } = server.address() as AddressInfo;
  const environment = { AIRFLOW_CONN_ODP_OPENWHISK: `http://user:key@127.0.0.1:${port}`, ...variables };
  const files = new Map([["openwhisk/actions/restock.js", "exports.main = () => ({});"]]);
  const delivery = await readDelivery(plan, files, openWorld(environment), environment, overwrite);
  if (delivery === undefined) throw new Error("the project has an action");
  return delivery;
}

async function deploy(): Promise<readonly string[]> {
  const done: string[] = [];
  await (await read()).apply((path) => done.push(path));
  return done;
}

test("an action that is missing is made, and then nothing is left to do", async () => {
  expect(deliveryText(await read())).toBe("\nOpenWhisk\n  + shop/restock: create the action\n");
  expect(await deploy()).toEqual(["shop/restock"]);
  expect(calls).toEqual(["PUT packages/shop", "PUT actions/shop/restock"]);
  expect(deliveryText(await read())).toBe("\nOpenWhisk\n  = 1 as wanted\n");
});

test("code that was changed by hand stops the deployment until it is named", async () => {
  await deploy();
  const there = actions.get("shop/restock");
  if (there !== undefined) actions.set("shop/restock", { ...there, exec: { ...there.exec, code: "other" } });
  const found = await read();
  expect(deliveryText(found)).toContain("~ shop/restock: update the action: code   <- changed by hand");
  expect(found.blocked.join("\n")).toContain("--overwrite shop/restock");
  expect((await read(["shop/restock"])).blocked).toEqual([]);
});

test("another secret is named, and neither value is shown", async () => {
  await deploy();
  const text = deliveryText(await read([], { ODP_KEY: "other-value" }));
  expect(text).toContain("~ shop/restock: update the action: parameter key\n");
  expect(text).not.toMatch(/hush-hush|other-value/);
});

test("a variable that is not set stops the deployment", async () =>
  expect((await read([], {})).blocked).toEqual([
    "ODP_KEY is not set: openwhisk/variables.env.example lists what the actions read",
  ]));
