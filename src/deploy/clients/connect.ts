import type { Address } from "../connections.ts";
import { ask, authorization, baseUrl } from "./http.ts";

export type ConnectorConfig = ReadonlyMap<string, string>;

/** States of a connector and its tasks, with the trace of what failed. */
export interface ConnectorStatus {
  readonly state: string;
  readonly tasks: readonly string[];
  readonly trace: string;
}

/** The REST interface of Kafka Connect. */
export interface Connect {
  readonly version: () => Promise<string>;
  readonly plugins: () => Promise<ReadonlyMap<string, string>>;
  /** Undefined where there is no such connector. */
  readonly config: (name: string) => Promise<ConnectorConfig | undefined>;
  readonly status: (name: string) => Promise<ConnectorStatus | undefined>;
  readonly validate: (config: ConnectorConfig) => Promise<readonly string[]>;
  readonly put: (name: string, config: ConnectorConfig) => Promise<void>;
  readonly act: (name: string, action: "resume" | "restart") => Promise<void>;
}

const RESTART = "restart?includeTasks=true&onlyFailed=true";

export function openConnect(address: Address): Connect {
  const base = baseUrl(address, 8083);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly value: unknown }> => {
    const response = await ask(`${base}${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...authorization(address) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 404) return { status: 404, value: undefined };
    if (!response.ok)
      throw new Error(`Kafka Connect: ${method} ${path}: ${response.status} ${messageOf(text)}`);
    return { status: response.status, value: text === "" ? undefined : JSON.parse(text) };
  };
  const at = (name: string): string => `/connectors/${encodeURIComponent(name)}`;
  return {
    version: async () => String(entriesOf((await call("GET", "/")).value).get("version")),
    plugins: async () => {
      const { value } = await call("GET", "/connector-plugins");
      return new Map(
        listOf(value).map((plugin) => {
          const entries = entriesOf(plugin);
          return [String(entries.get("class")), String(entries.get("version"))];
        }),
      );
    },
    config: async (name) => {
      const { status, value } = await call("GET", `${at(name)}/config`);
      return status === 404
        ? undefined
        : new Map([...entriesOf(value)].map(([key, entry]) => [key, String(entry)]));
    },
    status: async (name) => {
      const { status, value } = await call("GET", `${at(name)}/status`);
      return status === 404 ? undefined : statusOf(value);
    },
    validate: async (config) => {
      const plugin = encodeURIComponent(config.get("connector.class") ?? "");
      const { value } = await call(
        "PUT",
        `/connector-plugins/${plugin}/config/validate`,
        Object.fromEntries(config),
      );
      return listOf(entriesOf(value).get("configs")).flatMap((one) => {
        const entries = entriesOf(entriesOf(one).get("value"));
        return listOf(entries.get("errors")).map(
          (error) => `${String(entries.get("name"))}: ${String(error)}`,
        );
      });
    },
    put: async (name, config) => {
      await call("PUT", `${at(name)}/config`, Object.fromEntries(config));
    },
    act: async (name, action) => {
      await call(
        action === "resume" ? "PUT" : "POST",
        `${at(name)}/${action === "resume" ? "resume" : RESTART}`,
      );
    },
  };
}

function statusOf(value: unknown): ConnectorStatus {
  const entries = entriesOf(value);
  const parts = [entries.get("connector"), ...listOf(entries.get("tasks"))].map(entriesOf);
  const [connector, ...tasks] = parts.map((part) => String(part.get("state")));
  const trace = parts.map((part) => part.get("trace")).find((text) => typeof text === "string");
  return { state: connector ?? "", tasks, trace: causeOf(String(trace ?? "")) };
}

/** The innermost cause of a Java trace. */
function causeOf(trace: string): string {
  const lines = trace.split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("Caused by:")).at(-1) ?? lines[0] ?? "";
}

function messageOf(text: string): string {
  try {
    return String(entriesOf(JSON.parse(text)).get("message") ?? text);
  } catch {
    return text.slice(0, 500);
  }
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
