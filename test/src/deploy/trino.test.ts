import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTrino } from "../../../src/deploy/clients/trino.ts";
import { readConnection } from "../../../src/deploy/connections.ts";

let server: Server;
let busy = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const page = (value: object, status = 200): void => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(value));
    };
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      if (request.url === "/v1/info") return page({ nodeVersion: { version: "476" }, starting: false });
      if (busy > 0) {
        busy -= 1;
        return page({}, 503);
      }
      if (request.url === "/next") return page({ id: "q", data: [[2]] });
      if (body === "wrong")
        return page({ id: "q", error: { errorName: "SYNTAX_ERROR", message: "line 1:1" } });
      return page({ id: "q", data: [[1]], nextUri: `http://127.0.0.1:${port}/next` });
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));

const open = () => {
  const { port } = server.address() as AddressInfo;
  return openTrino(
    readConnection({ AIRFLOW_CONN_ODP_TRINO: `trino://odp@127.0.0.1:${port}/lake` }, "odp_trino"),
  );
};

test("rows of every page", async () => expect(await open().query("select 1")).toEqual([[1], [2]]));

test("a busy server is asked again", async () => {
  busy = 2;
  expect(await open().query("select 1")).toEqual([[1], [2]]);
});

test("an error has Trino's own name", async () =>
  expect(open().query("wrong")).rejects.toThrow("Trino: SYNTAX_ERROR: line 1:1"));

test("the version", async () => expect(await open().version()).toBe("476"));

test("a server that is not there is named", async () =>
  expect(
    openTrino(readConnection({ AIRFLOW_CONN_ODP_TRINO: "trino://odp@127.0.0.1:9/lake" }, "odp_trino")).query(
      "select 1",
    ),
  ).rejects.toThrow("http://127.0.0.1:9 does not answer"));
