import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "../connections.ts";

const SECONDS = 30;
const TRIES = 5;
const BUSY: ReadonlySet<number> = new Set([502, 503, 504]);

/** Base address of a connection of Airflow's kind `http`, whose host may hold the scheme. */
export function baseUrl({ host, port, kind, extra, database }: Address, fallbackPort: number): string {
  const scheme =
    kind === "https" || extra.get("protocol") === "https" || database === "https" ? "https" : "http";
  const base = host.includes("://") ? host : `${scheme}://${host}`;
  return `${base.replace(/\/$/, "")}:${port ?? fallbackPort}`;
}

/** Basic authentication, where a connection has a password. */
export function authorization({ user, password }: Address): Readonly<Record<string, string>> {
  return password === ""
    ? {}
    : { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}

/** Asks, and again while the server is busy; an unreachable one is named. */
export async function ask(url: string, request: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    let response: Response;
    try {
      response = await fetch(url, { ...request, signal: AbortSignal.timeout(SECONDS * 1000) });
    } catch (error) {
      throw new Error(`${new URL(url).origin} does not answer: ${reason(error)}`);
    }
    if (!BUSY.has(response.status) || tried === TRIES) return response;
    await sleep(200 * tried);
  }
}

/** `fetch` wraps what went wrong. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
