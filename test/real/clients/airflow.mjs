// The REST interface of Airflow 3; with the simple auth manager every caller is an administrator.
import { waitUntil } from "../lib/service.mjs";

/** @param {string} url of the API server */
export function airflowClient(url) {
  let token;
  const send = (method, path, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  async function call(method, path, body) {
    token ??= (await (await fetch(`${url}/auth/token`)).json()).access_token;
    const response = await send(method, `/api/v2${path}`, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`Airflow ${method} ${path}: ${response.status} ${text.slice(0, 1000)}`);
    return text === "" ? undefined : JSON.parse(text);
  }
  const runOf = (dag, run) => call("GET", `/dags/${dag}/dagRuns/${encodeURIComponent(run)}`);
  return {
    call,
    health: async () => (await fetch(`${url}/api/v2/monitor/health`)).json(),
    dags: async () => (await call("GET", "/dags?limit=1000")).dags,
    importErrors: async () => (await call("GET", "/importErrors")).import_errors,
    unpause: (dag) => call("PATCH", `/dags/${dag}`, { is_paused: false }),
    /** Starts a run without a date, as an asset event would; gives its id. */
    trigger: async (dag, conf = {}) =>
      (await call("POST", `/dags/${dag}/dagRuns`, { logical_date: null, conf })).dag_run_id,
    tasks: async (dag, run) =>
      (await call("GET", `/dags/${dag}/dagRuns/${encodeURIComponent(run)}/taskInstances?limit=1000`))
        .task_instances,
    runs: async (dag) => (await call("GET", `/dags/${dag}/dagRuns?limit=100`)).dag_runs,
    emitAssetEvent: (assetId) => call("POST", "/assets/events", { asset_id: assetId }),
    assets: async () => (await call("GET", "/assets?limit=1000")).assets,
    /** Waits for the end of a run; gives its state, `success` or `failed`. */
    async waitRun(dag, run, seconds = 120) {
      let state = "";
      await waitUntil(`run ${run} of ${dag} ends`, seconds, async () => {
        ({ state } = await runOf(dag, run));
        return state === "success" || state === "failed";
      });
      return state;
    },
  };
}
