// The REST interface of Kafka Connect.
import { waitUntil } from "../lib/service.mjs";

/** @param {string} url of the worker */
export function connectClient(url) {
  const call = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Connect ${method} ${path}: ${response.status} ${text.slice(0, 1000)}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  const status = (name) => call("GET", `/connectors/${name}/status`);
  return {
    names: () => call("GET", "/connectors"),
    /** The messages of Connect's own validation, one `key: message` each; none means that the configuration is accepted. */
    async validate(config) {
      const connectorClass = config["connector.class"];
      const answer = await call("PUT", `/connector-plugins/${connectorClass}/config/validate`, config);
      const messages = answer.configs.flatMap(({ value }) =>
        value.errors.map((error) => `${value.name}: ${error}`),
      );
      if (answer.error_count > 0 && messages.length === 0) return [`error_count is ${answer.error_count}`];
      return messages;
    },
    put: (name, config) => call("PUT", `/connectors/${name}/config`, config),
    status,
    offsets: async (name) => (await call("GET", `/connectors/${name}/offsets`)).offsets,
    restartFailed: (name) => call("POST", `/connectors/${name}/restart?includeTasks=true&onlyFailed=true`),
    pause: (name) => call("PUT", `/connectors/${name}/pause`),
    /** Ends its tasks; the offsets stay. */
    stopConnector: (name) => call("PUT", `/connectors/${name}/stop`),
    resume: (name) => call("PUT", `/connectors/${name}/resume`),
    remove: (name) => call("DELETE", `/connectors/${name}`),
    /** Waits until the connector and all of its tasks run. A failed task ends the wait with its trace. */
    async waitRunning(name, seconds = 300) {
      let failure = "";
      await waitUntil(`connector ${name} runs`, seconds, async () => {
        const { connector, tasks } = await status(name);
        failure = [connector, ...tasks].find(({ state }) => state === "FAILED")?.trace ?? "";
        const runs = tasks.length > 0 && [connector, ...tasks].every(({ state }) => state === "RUNNING");
        return runs || failure !== "";
      });
      if (failure !== "") throw new Error(`connector ${name} failed: ${failure.slice(0, 2000)}`);
    },
  };
}
