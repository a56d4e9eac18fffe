/** How to reach a Superset; the user needs the role Admin. */
export interface SupersetAddress {
  /** `https://superset.example.com`, without a final slash. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** Superset's own API. Every answer that is not what it should be is an error that names the call. */
export interface SupersetClient {
  /** Imports a bundle of assets; `passwords` by the paths of databases in it. */
  readonly importAssets: (zip: Uint8Array, passwords?: Readonly<Record<string, string>>) => Promise<void>;
  readonly get: (path: string) => Promise<unknown>;
  readonly send: (method: "POST" | "PUT" | "DELETE", path: string, body?: unknown) => Promise<unknown>;
}

/** Logs in. The token alone is not enough: writing needs the CSRF token of the same session. */
export async function openSuperset(
  { url, user, password }: SupersetAddress,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SupersetClient> {
  const cookies = new Map<string, string>();
  const call = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | FormData,
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...headers,
        referer: `${url}/`,
        cookie: cookieHeader(cookies),
        // Its server closes a connection that was idle for two seconds, perhaps just as the next request is sent.
        connection: "close",
      },
      // Without a session Superset answers with its page of logging in, which would look like success.
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    keepCookies(cookies, response.headers.getSetCookie());
    const text = await response.text();
    if (!response.ok) throw new SupersetError(`${method} ${path}`, response.status, text);
    return json(`${method} ${path}`, response.status, text);
  };
  const login = { username: user, password, provider: "db", refresh: true };
  const { access_token } = record(
    await call(
      "POST",
      "/api/v1/security/login",
      { "content-type": "application/json" },
      JSON.stringify(login),
    ),
  );
  const authorization = { authorization: `Bearer ${String(access_token)}` };
  const { result } = record(await call("GET", "/api/v1/security/csrf_token/", authorization));
  const headers = { ...authorization, "x-csrftoken": String(result) };
  return {
    get: (path) => call("GET", path, authorization),
    send: (method, path, body) =>
      call(
        method,
        path,
        { ...headers, "content-type": "application/json" },
        body === undefined ? undefined : JSON.stringify(body),
      ),
    importAssets: async (zip, passwords = {}) => {
      const form = new FormData();
      form.append("bundle", new Blob([new Uint8Array(zip)], { type: "application/zip" }), "bundle.zip");
      form.append("passwords", JSON.stringify(passwords));
      const { message } = record(await call("POST", "/api/v1/assets/import/", headers, form));
      if (message !== "OK") throw new SupersetError("POST /api/v1/assets/import/", 200, String(message));
    },
  };
}

/** An answer of Superset that is none. To a bundle that it refuses it says nothing: the reason is in its own log. */
export class SupersetError extends Error {
  readonly status: number;

  constructor(call: string, status: number, answer: string) {
    super(`${call}: Superset answered ${status}: ${answer.slice(0, 300)}`);
    this.name = "SupersetError";
    this.status = status;
  }
}

function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
}

function keepCookies(cookies: Map<string, string>, set: readonly string[]): void {
  for (const line of set) {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

function json(call: string, status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SupersetError(call, status, text);
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
