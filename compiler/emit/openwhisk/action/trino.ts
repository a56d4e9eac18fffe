import { queryDeadline, sleep } from "./clock.ts";
import { Failure } from "./failure.ts";
import { ask } from "./http.ts";
import type { Column, Row } from "./table.ts";

/** Where Trino is and as whom it is asked. */
export interface Trino {
  readonly url: string;
  readonly user: string;
  readonly password: string | undefined;
  /** For the list of queries in Trino's own page. */
  readonly source: string;
  /** Zone in which dates and times without one are read. */
  readonly zone: string;
}

/** A part of a result: the columns are known before the first row. */
export interface Batch {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

interface Page {
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly data?: readonly Row[];
  readonly nextUri?: string;
  readonly error?: { readonly errorName?: string; readonly message?: string };
}

const PEER = { name: "Trino", unreachable: "TrinoUnreachable" } as const;

/**
 * Runs a query and gives its pages as they come. Whoever stops reading before the end, and a deadline, cancel the
 * query. Protocol: https://trino.io/docs/current/develop/client-protocol.html
 */
export async function* query(trino: Trino, statement: string): AsyncGenerator<Batch> {
  const identity = identityHeaders(trino);
  const end = queryDeadline();
  const headers = {
    ...identity,
    "X-Trino-Source": trino.source,
    "X-Trino-Time-Zone": trino.zone,
    // Without it times come back without their precision.
    "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME",
  };
  let page = await pageOf(`${trino.url}/v1/statement`, { method: "POST", headers, body: statement });
  let columns: readonly Column[] = [];
  let open = page.nextUri;
  try {
    for (;;) {
      if (page.error !== undefined) throw failed(page.error);
      columns = page.columns ?? columns;
      open = page.nextUri;
      if (page.columns !== undefined || page.data !== undefined) yield { columns, rows: page.data ?? [] };
      if (open === undefined) return;
      if (Date.now() > end)
        throw new Failure("OutOfTime", "the query took longer than the action may run; it was cancelled");
      page = await pageOf(sameServer(trino, open), { headers: identity });
    }
  } finally {
    if (open !== undefined) await cancel(sameServer(trino, open), identity);
  }
}

function identityHeaders({ user, password }: Trino): Readonly<Record<string, string>> {
  const key = Buffer.from(`${user}:${password ?? ""}`).toString("base64");
  return { "X-Trino-User": user, ...(password === undefined ? {} : { Authorization: `Basic ${key}` }) };
}

/** The next page where Trino was asked before: behind a proxy Trino names an address that may not be reached. */
function sameServer({ url }: Trino, next: string): string {
  const { pathname, search } = new URL(next);
  return new URL(`${pathname}${search}`, url).href;
}

async function pageOf(url: string, request: RequestInit): Promise<Page> {
  const response = await ask(PEER, url, request);
  if (response.ok) return readPage(await response.text());
  await response.body?.cancel();
  const why = response.status === 401 ? "user or password are wrong" : "see Trino's log";
  throw new Failure("TrinoRefused", `Trino answered ${response.status}: ${why}`);
}

/** Trino's name for an error, and its sentence, which quotes the query and holds nothing that is bound. */
function failed({ errorName, message }: NonNullable<Page["error"]>): Failure {
  const text = `${errorName ?? "UNKNOWN"}: ${(message ?? "").split("\n")[0] ?? ""}`;
  if (errorName === "EXCEEDED_TIME_LIMIT") return new Failure("OutOfTime", text);
  return new Failure("QueryFailed", text);
}

async function cancel(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  await Promise.race([fetch(url, { method: "DELETE", headers }).catch(() => undefined), sleep(2000)]);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON whose integers beyond 2^53 become texts, so that no digit is lost. Decimals are texts already. */
export function readPage(text: string): Page {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TOKEN, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token)));
}
