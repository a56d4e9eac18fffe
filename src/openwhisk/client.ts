/** What OpenWhisk's API says of an action; only what is read here. */
export interface ActionThere {
  readonly name: string;
  readonly exec: { readonly code?: string; readonly kind: string };
  readonly limits: { readonly timeout: number; readonly memory: number; readonly logs: number };
  readonly parameters: readonly Pair[];
  readonly annotations: readonly Pair[];
}

export interface Pair {
  readonly key: string;
  readonly value: unknown;
}

/** An answer that is no success. Its message is OpenWhisk's own; requests, which hold secrets, are in none. */
export class OpenwhiskError extends Error {
  override readonly name = "OpenwhiskError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The REST API of OpenWhisk, version 1, in the namespace of a key. */
export interface OpenwhiskClient {
  /** Names of the package's actions; undefined where there is no package. */
  readonly actionsOf: (name: string) => Promise<readonly string[] | undefined>;
  readonly action: (path: string) => Promise<ActionThere | undefined>;
  readonly putPackage: (name: string, body: object) => Promise<void>;
  readonly putAction: (path: string, body: object) => Promise<void>;
  readonly removeAction: (path: string) => Promise<void>;
}

/**
 * @param url `https://openwhisk.example.com`
 * @param key `user:password` of the namespace
 */
export function openwhiskClient(url: string, key: string): OpenwhiskClient {
  const base = `${url.replace(/\/+$/, "")}/api/v1/namespaces/_`;
  const authorization = `Basic ${Buffer.from(key).toString("base64")}`;

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${base}/${path}`, {
      method,
      headers: { Authorization: authorization, "Content-Type": "application/json" },
      redirect: "error",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text === "" ? undefined : JSON.parse(text);
    throw new OpenwhiskError(response.status, `${method} ${path}: ${response.status} ${errorIn(text)}`);
  }

  async function found<Value>(path: string): Promise<Value | undefined> {
    try {
      return (await call("GET", path)) as Value;
    } catch (error) {
      if (error instanceof OpenwhiskError && error.status === 404) return undefined;
      throw error;
    }
  }

  return {
    async actionsOf(name) {
      const there = await found<{ readonly actions?: readonly { readonly name: string }[] }>(
        `packages/${encodeURIComponent(name)}`,
      );
      return there === undefined ? undefined : (there.actions ?? []).map((action) => action.name);
    },
    action: (path) => found<ActionThere>(`actions/${encoded(path)}`),
    async putPackage(name, body) {
      await call("PUT", `packages/${encodeURIComponent(name)}?overwrite=true`, body);
    },
    async putAction(path, body) {
      await call("PUT", `actions/${encoded(path)}?overwrite=true`, body);
    },
    async removeAction(path) {
      await call("DELETE", `actions/${encoded(path)}`);
    },
  };
}

const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

function errorIn(text: string): string {
  try {
    const { error }: { readonly error?: unknown } = JSON.parse(text);
    return typeof error === "string" ? error : "no reason given";
  } catch {
    return "the answer is no JSON: is this the address of OpenWhisk?";
  }
}
