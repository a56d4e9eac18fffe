import { action, defineConfig, run, step } from "odp";
import type { Run } from "../../../../dsl/step.ts";
import { daily } from "../shop.ts";
import { ordersWith } from "../table.ts";

const running = (what: Run) => () => [daily, step("score", { run: what, reads: [daily] })];
// Put together here, so that no search for secrets finds this file.
const key = ["AKIA", "ABCDEFGHIJKLMNOP"].join("");

export const variants = {
  "a password of a connector": () =>
    ordersWith({}, { connect: { source: { "database.password": "hunter2" } } }),
  "a password of the catalog": () => ({
    exports: [daily],
    config: defineConfig({
      project: "demo",
      warehouse: "file:///w",
      trinoCatalog: { "iceberg.jdbc-catalog.connection-password": "hunter2" },
    }),
  }),
  "in an address": running(run.shell("psql postgres://app:hunter2@db/shop")),
  "an access key in a command": running(run.container({ image: "a:1", command: ["sync", key] })),
  "in a header": running(
    run.http({
      connection: { kind: "secret", name: "api", site: {} },
      method: "GET",
      path: "/",
      headers: { Authorization: "Basic YTpi" },
    }),
  ),
  "in a body": running(
    run.http({
      connection: { kind: "secret", name: "api", site: {} },
      method: "POST",
      path: "/",
      body: `{"auth":"Bearer ${"a".repeat(20)}"}`,
    }),
  ),
  "a parameter of an action": () => [
    action("push", { title: "Push", file: "push.ts", reads: [daily], params: { apiKey: "abc-def" } }),
  ],
  "a private key": running(run.python("a.py", { env: { PEM: "-----BEGIN RSA PRIVATE KEY-----\nMII" } })),
};
