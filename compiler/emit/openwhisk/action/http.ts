import { deadline, sleep } from "./clock.ts";
import { Failure, type FailureName, networkCode } from "./failure.ts";

/** Who is asked, and how it is told that it did not answer. */
export interface Peer {
  readonly name: string;
  readonly unreachable: FailureName;
}

const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const TRIES = 4;

/**
 * Asks once, and again after a pause while the peer is busy or cannot be reached: for requests that may be sent twice.
 * Gives the last answer, whatever its status.
 */
export async function ask(peer: Peer, url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt === TRIES || Date.now() > deadline();
    try {
      const response = await once(url, request);
      if (isLast || !BUSY.has(response.status)) return response;
      await response.body?.cancel();
      await sleep(pauseOf(response, attempt));
    } catch (error) {
      if (isLast)
        throw new Failure(peer.unreachable, `${peer.name} cannot be reached: ${networkCode(error)}`);
      await sleep(pauseMilliseconds(attempt));
    }
  }
}

/** Redirects are refused: keys and data would follow them. */
function once(url: string, request: RequestInit): Promise<Response> {
  const left = Math.max(deadline() - Date.now() - 1000, 1000);
  return fetch(url, { redirect: "error", signal: AbortSignal.timeout(Math.min(left, 60_000)), ...request });
}

const pauseMilliseconds = (attempt: number): number => 250 * 2 ** attempt;

function pauseOf(response: Response, attempt: number): number {
  const seconds = Number(response.headers.get("retry-after"));
  return seconds > 0 ? Math.min(seconds * 1000, 5000) : pauseMilliseconds(attempt);
}
