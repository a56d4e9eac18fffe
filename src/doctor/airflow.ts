import type { Plan } from "../../compiler/plan/plan.ts";
import { ask, authorization, baseUrl } from "../deploy/clients/http.ts";
import { type Address, variableOf } from "../deploy/connections.ts";
import type { World } from "../deploy/world.ts";
import { type Examination, examine, type Finding, ok, problem, warning } from "./finding.ts";

/** The connection of Airflow itself, for this command only: the DAGs need none. */
const AIRFLOW = "odp_airflow";

/** The names of connections that are set here, and, where its address is known, Airflow's pools, DAGs and import errors. */
export function examineAirflow(
  plan: Plan,
  world: World,
  environment: NodeJS.ProcessEnv,
): readonly Promise<Examination>[] {
  const names = plan.airflow.connections.map(({ id, usedFor }) => ({ name: variableOf(id), usedFor }));
  const missing = names.filter(({ name }) => (environment[name] ?? "") === "");
  return [
    examine("Connections", "", async () =>
      missing.length === 0
        ? [ok(`all ${names.length} connections are set here`)]
        : missing.map(({ name, usedFor }) =>
            problem(`${name} is not set: ${usedFor}`, "airflow/connections.env.example shows its form"),
          ),
    ),
    examine("Airflow", `set ${variableOf(AIRFLOW)} to its address, with a login and password`, async () => {
      if ((environment[variableOf(AIRFLOW)] ?? "") === "")
        return [
          warning(
            "pools and DAGs were not looked at",
            `set ${variableOf(AIRFLOW)}=http://login:password@host:8080`,
          ),
        ];
      return server(plan, world.address(AIRFLOW));
    }),
  ];
}

async function server(plan: Plan, address: Address): Promise<readonly Finding[]> {
  const base = baseUrl(address, 8080);
  const token = await tokenOf(base, address);
  const get = async (path: string): Promise<unknown> => {
    const response = await ask(`${base}/api/v2/${path}`, {
      headers: token === undefined ? authorization(address) : { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`Airflow: ${path}: ${response.status}`);
    return response.json();
  };
  const pools = listOf(await get("pools?limit=1000"), "pools");
  const dags = new Set(listOf(await get("dags?limit=1000"), "dags").map((dag) => fieldOf(dag, "dag_id")));
  const errors = listOf(await get("importErrors?limit=100"), "import_errors");
  const absent = plan.airflow.dags.map(({ id }) => id).filter((id) => !dags.has(id));
  return [
    ...plan.airflow.pools.map(({ name, slots }) => {
      const pool = pools.find((each) => fieldOf(each, "name") === name);
      if (pool === undefined)
        return problem(
          `there is no pool ${name}: its tasks wait for ever`,
          "airflow pools import pools.json",
        );
      const found = fieldOf(pool, "slots");
      return found === slots
        ? ok(`pool ${name} has ${slots} slots`)
        : warning(
            `pool ${name} has ${String(found)} slots, declared are ${slots}`,
            "airflow pools import pools.json",
          );
    }),
    absent.length === 0
      ? ok(`all ${plan.airflow.dags.length} DAGs are there`)
      : problem(
          `DAGs are missing: ${absent.join(", ")}`,
          "give Airflow the folder airflow/dags of the output",
        ),
    ...errors.map((error) =>
      problem(
        `${String(fieldOf(error, "filename"))} cannot be imported`,
        String(fieldOf(error, "stack_trace")).trim().split("\n").at(-1) ?? "",
      ),
    ),
  ];
}

/** Airflow's simple logins give a token for a password; with other ones the password goes along. */
async function tokenOf(base: string, { user, password }: Address): Promise<string | undefined> {
  const response = await ask(`${base}/auth/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: user, password }),
  });
  if (response.status === 401) throw new Error("Airflow refuses the login");
  if (!response.ok) return undefined;
  const token = fieldOf(await response.json(), "access_token");
  return typeof token === "string" ? token : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}
