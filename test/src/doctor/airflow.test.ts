// Airflow's REST interface as version 3.3 answers it, with what can be wrong.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../../compiler/plan/plan.ts";
import { openWorld } from "../../../src/deploy/world.ts";
import { examineAirflow } from "../../../src/doctor/airflow.ts";
import { doctorText } from "../../../src/doctor/view.ts";

const answers: Readonly<Record<string, unknown>> = {
  "/api/v2/pools?limit=1000": {
    pools: [
      { name: "default_pool", slots: 128 },
      { name: "shop_dbt", slots: 4 },
    ],
  },
  "/api/v2/dags?limit=1000": { dags: [{ dag_id: "shop__provision" }] },
  "/api/v2/importErrors?limit=100": {
    import_errors: [{ filename: "dags/x.py", stack_trace: "Traceback\nNameError: name 'x'\n" }],
  },
};

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const isLogin = request.url === "/auth/token";
      const isKnown = isLogin
        ? JSON.parse(body).password === "right"
        : request.headers.authorization === "Bearer t";
      response.writeHead(isKnown ? 200 : 401, { "Content-Type": "application/json" });
      response.end(JSON.stringify(isLogin ? { access_token: "t" } : answers[request.url ?? ""]));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));

const plan = {
  airflow: {
    connections: [{ id: "odp_trino", usedFor: "Trino" }],
    pools: [
      { name: "shop_dbt", slots: 2 },
      { name: "shop_maintenance", slots: 1 },
    ],
    dags: [{ id: "shop__provision" }, { id: "shop__sales" }],
  },
} as unknown as Plan;

async function report(environment: NodeJS.ProcessEnv): Promise<string> {
  return doctorText(await Promise.all(examineAirflow(plan, openWorld(environment), environment)));
}

const at = (password: string): string =>
  `http://admin:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`;

test("pools, DAGs and import errors, each with what mends it", async () => {
  const text = await report({ AIRFLOW_CONN_ODP_AIRFLOW: at("right"), AIRFLOW_CONN_ODP_TRINO: "trino://x" });
  expect(text).toBe(`Connections
  ok    all 1 connections are set here

Airflow
  warn  pool shop_dbt has 4 slots, declared are 2
         airflow pools import pools.json
  FAIL  there is no pool shop_maintenance: its tasks wait for ever
         airflow pools import pools.json
  FAIL  DAGs are missing: shop__sales
         give Airflow the folder airflow/dags of the output
  FAIL  dags/x.py cannot be imported
         NameError: name 'x'

1 ok, 1 to look at, 3 to mend
`);
});

test("a wrong password is named, and not shown", async () => {
  const text = await report({ AIRFLOW_CONN_ODP_AIRFLOW: at("wrongword") });
  expect(text).toContain("FAIL  Airflow refuses the login");
  expect(text).not.toContain("wrongword");
});

test("what was not looked at is said", async () =>
  expect(await report({})).toContain("warn  pools and DAGs were not looked at"));
