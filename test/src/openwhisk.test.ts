import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenwhiskPlan } from "../../compiler/plan/openwhisk.ts";
import { type ActionThere, type OpenwhiskClient, openwhiskClient } from "../../src/openwhisk/client.ts";
import {
  type ActionChange,
  compareActions,
  deployActions,
  wantedActions,
} from "../../src/openwhisk/deploy.ts";

interface Recorded {
  readonly name: string;
  readonly request: string;
  readonly status: number;
  readonly answer: unknown;
}

/** Answers of a real controller, Apache OpenWhisk of August 2026. */
const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL("../real/openwhisk/recorded/api_answers.json", import.meta.url), "utf8"),
);

let server: Server;
let url = "";
let next: Recorded | undefined;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(next?.status ?? 500, { "Content-Type": "application/json" });
    response.end(next?.status === 204 ? undefined : JSON.stringify(next?.answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The client's call that asks for what was recorded. */
function ask(client: OpenwhiskClient, { request }: Recorded): Promise<unknown> {
  if (request.startsWith("PUT _/packages/")) return client.putPackage("p", {});
  if (request.startsWith("GET _/packages/")) return client.actionsOf("p");
  if (request.startsWith("GET ")) return client.action("p/act");
  if (request.startsWith("DELETE ")) return client.removeAction("p/act");
  return client.putAction("p/act", { parameters: [{ key: "password", value: "hunter2" }] });
}

test("every recorded answer is a success, an absence, or an error in OpenWhisk's own words", async () => {
  const client = openwhiskClient(url, "user:hunter2");
  expect(recorded).toHaveLength(69);
  for (const each of recorded) {
    next = each;
    const error: unknown = await ask(client, each).then(
      () => undefined,
      (reason) => reason,
    );
    const { error: words } = (each.answer ?? {}) as { readonly error?: string };
    const isAbsence = each.status === 404 && each.request.startsWith("GET");
    if (each.status < 400 || isAbsence) expect(error, each.name).toBeUndefined();
    else {
      expect(error, each.name).toMatchObject({ name: "OpenwhiskError", status: each.status });
      const { message } = error as Error;
      expect(message).toContain(words ?? "no reason given");
      expect(message).not.toContain("hunter2");
    }
  }
  expect(asked[0]).toContain(`Basic ${Buffer.from("user:hunter2").toString("base64")}`);
});

test("a page that is no JSON says that this is not OpenWhisk", async () => {
  next = { name: "", request: "", status: 502, answer: undefined };
  await expect(openwhiskClient(url, "a:b").putAction("x", {})).rejects.toThrow(
    "is this the address of OpenWhisk?",
  );
});

const plan: OpenwhiskPlan = {
  project: "shop",
  package: "shop",
  delivery: {
    name: "deliver",
    limits: { timeoutMilliseconds: 300_000, memoryMegabytes: 256, logMegabytes: 1 },
    parameters: [
      { name: "smtp_url", variable: "ODP_SMTP_URL", usedFor: "", isOptional: false, isSecret: true },
      { name: "storage_url", variable: "ODP_STORAGE_URL", usedFor: "", isOptional: true, isSecret: false },
    ],
    reports: [],
  },
  actions: [],
};
const files = new Map([["openwhisk/deliver/index.js", "exports.main = () => ({});"]]);
const wanted = (values: Readonly<Record<string, string>>) =>
  wantedActions(plan, files, (name) => values[name]);

/** A namespace in memory. */
function namespace(): OpenwhiskClient & { readonly actions: Map<string, ActionThere> } {
  const actions = new Map<string, ActionThere>();
  return {
    actions,
    actionsOf: async () =>
      actions.size === 0 ? undefined : [...actions.keys()].map((path) => path.slice(5)),
    action: async (path) => actions.get(path),
    putPackage: async () => {},
    putAction: async (path, body) => void actions.set(path, body as ActionThere),
    removeAction: async (path) => void actions.delete(path),
  };
}

async function deploy(client: OpenwhiskClient, values: Readonly<Record<string, string>>) {
  const made = wanted(values);
  const changes = await compareActions(made, client);
  const done: ActionChange[] = [];
  await deployActions(made, changes, client, (change) => done.push(change));
  expect(done).toEqual(changes);
  return changes;
}

test("deploying creates, then keeps, then updates what differs, by name and without values", async () => {
  const client = namespace();
  const [created] = await deploy(client, { ODP_SMTP_URL: "smtp://hunter2" });
  expect(created).toEqual({ kind: "create", path: "shop/deliver", differs: [], isEdited: false });
  const [kept] = await deploy(client, { ODP_SMTP_URL: "smtp://hunter2" });
  expect(kept).toEqual({ kind: "keep", path: "shop/deliver", differs: [], isEdited: false });
  const [updated] = await deploy(client, { ODP_SMTP_URL: "smtp://hunter3", ODP_STORAGE_URL: "http://x" });
  expect(updated).toEqual({
    kind: "update",
    path: "shop/deliver",
    differs: ["parameter smtp_url", "parameter storage_url"],
    isEdited: false,
  });
});

test("what somebody changed by hand is seen before it is overwritten", async () => {
  const client = namespace();
  await deploy(client, { ODP_SMTP_URL: "x" });
  const there = client.actions.get("shop/deliver");
  if (there === undefined) throw new Error("not deployed");
  client.actions.set("shop/deliver", { ...there, exec: { ...there.exec, code: "hotfix" } });
  const [change] = await compareActions(wanted({ ODP_SMTP_URL: "x" }), client);
  expect(change).toMatchObject({ kind: "update", differs: ["code"], isEdited: true });
});

test("actions that odp made and no longer wants go; those of others stay", async () => {
  const client = namespace();
  await deploy(client, { ODP_SMTP_URL: "x" });
  const there = client.actions.get("shop/deliver");
  if (there === undefined) throw new Error("not deployed");
  client.actions.set("shop/old", there);
  client.actions.set("shop/theirs", { ...there, annotations: [] });
  await deploy(client, { ODP_SMTP_URL: "x" });
  expect([...client.actions.keys()].sort()).toEqual(["shop/deliver", "shop/theirs"]);
});

test("variables without a value are named; one that may be missing is not bound", () => {
  const { missing, actions } = wanted({ ODP_STORAGE_URL: "" });
  expect(missing).toEqual(["ODP_SMTP_URL"]);
  expect(actions[0]?.parameters).toEqual([]);
});

test("the same files give the same archive", () => {
  expect(wanted({}).actions[0]?.code).toBe(wanted({}).actions[0]?.code);
  expect(
    Buffer.from(wanted({}).actions[0]?.code ?? "", "base64")
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});
