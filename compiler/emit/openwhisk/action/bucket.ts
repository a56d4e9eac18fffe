import { Failure } from "./failure.ts";
import type { Storage } from "./google.ts";
import { ask } from "./http.ts";

const PEER = { name: "the bucket", unreachable: "BucketUnreachable" } as const;

/** A text of the bucket and the version that it stands in. */
export interface StoredText {
  readonly text: string;
  readonly generation: string;
}

/** Version of an object that is not there. */
export const ABSENT = "0";

export async function readObject(storage: Storage, name: string): Promise<StoredText | undefined> {
  const response = await send(storage, `${objectPath(storage, name)}?alt=media`, {});
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  await expectOk(response);
  const generation = response.headers.get("x-goog-generation");
  if (generation === null) throw new Failure("BucketRefused", "the bucket does not say versions of objects");
  return { text: await response.text(), generation };
}

/** Writes a small object if it stands in the version given; gives the new version, or undefined. */
export async function writeObject(
  storage: Storage,
  name: string,
  text: string,
  generation: string,
): Promise<string | undefined> {
  const query = new URLSearchParams({ uploadType: "media", name, ifGenerationMatch: generation });
  const response = await send(storage, `${uploadPath(storage)}?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: text,
  });
  if (response.status === 412) {
    await response.body?.cancel();
    return undefined;
  }
  await expectOk(response);
  const made = (await response.json()) as { readonly generation: string };
  return made.generation;
}

export async function removeObject(storage: Storage, name: string, generation: string): Promise<void> {
  const response = await send(storage, `${objectPath(storage, name)}?ifGenerationMatch=${generation}`, {
    method: "DELETE",
  });
  await response.body?.cancel();
}

/** A multiple of 256 KiB, as the protocol asks. */
const PIECE = 4 * 1024 * 1024;

/**
 * Writes an object in pieces as they come; it is there with the last one, whole. Gives its size in bytes.
 * Protocol: https://cloud.google.com/storage/docs/performing-resumable-uploads
 */
export async function uploadObject(
  storage: Storage,
  name: string,
  contentType: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const session = await openUpload(storage, name, contentType);
  let held: Uint8Array[] = [];
  let size = 0;
  let sent = 0;
  const put = async (piece: Buffer, total: number | "*"): Promise<void> => {
    const range = piece.length === 0 ? "*" : `${sent}-${sent + piece.length - 1}`;
    const headers = { "Content-Range": `bytes ${range}/${total}` };
    const response = await ask(PEER, session, { method: "PUT", headers, body: piece, redirect: "manual" });
    // 308: the piece is kept, more may come.
    if (response.status !== 308 || total !== "*") await expectOk(response);
    await response.body?.cancel();
    sent += piece.length;
  };
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    const all = Buffer.concat(held);
    const whole = all.length - (all.length % PIECE);
    for (let from = 0; from < whole; from += PIECE) await put(all.subarray(from, from + PIECE), "*");
    held = [all.subarray(whole)];
    size = all.length - whole;
  }
  const last = Buffer.concat(held);
  await put(last, sent + last.length);
  return sent;
}

async function openUpload(storage: Storage, name: string, contentType: string): Promise<string> {
  const query = new URLSearchParams({ uploadType: "resumable", name });
  const response = await send(storage, `${uploadPath(storage)}?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Upload-Content-Type": contentType },
    body: JSON.stringify({ contentType }),
  });
  await expectOk(response);
  await response.body?.cancel();
  const session = response.headers.get("location");
  if (session === null) throw new Failure("BucketRefused", "the bucket opened no upload");
  // A server in a container may name an address that only it can reach.
  const { pathname, search } = new URL(session, storage.url);
  return new URL(`${pathname}${search}`, storage.url).href;
}

const uploadPath = ({ bucket }: Storage): string => `/upload/storage/v1/b/${bucket}/o`;
const objectPath = ({ bucket }: Storage, name: string): string =>
  `/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;

async function send(storage: Storage, path: string, request: RequestInit): Promise<Response> {
  const headers = { ...request.headers, ...(await storage.authorization()) };
  return ask(PEER, `${storage.url}${path}`, { ...request, headers });
}

async function expectOk(response: Response): Promise<void> {
  if (response.ok) return;
  await response.body?.cancel();
  throw new Failure("BucketRefused", `the bucket answered ${response.status}`);
}
