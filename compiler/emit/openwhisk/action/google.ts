import { createSign } from "node:crypto";
import { Failure } from "./failure.ts";
import { ask } from "./http.ts";
import { optional, type Parameters, required } from "./parameters.ts";

/** Google Cloud Storage: which bucket, below which folder, and how to log in. */
export interface Storage {
  /** `https://storage.googleapis.com`, or the address of another server that speaks its JSON API. */
  readonly url: string;
  readonly bucket: string;
  /** Folder below which everything is written; empty, or ended by `/`. */
  readonly folder: string;
  /** Headers of a request. */
  readonly authorization: () => Promise<Readonly<Record<string, string>>>;
}

const GOOGLE = "https://storage.googleapis.com";
const PEER = { name: "the bucket", unreachable: "BucketUnreachable" } as const;

export function storageOf(parameters: Parameters): Storage {
  const place = /^gs:\/\/([a-z0-9][a-z0-9._-]+)(?:\/(.*))?$/.exec(required(parameters, "bucket"));
  if (place === null) throw new Failure("MissingParameter", "`bucket` is no `gs://bucket/folder`");
  const url = optional(parameters, "storage_url");
  const credentials = optional(parameters, "google_credentials");
  const folder = (place[2] ?? "").replace(/\/+$/, "");
  return {
    url: (url ?? GOOGLE).replace(/\/+$/, ""),
    bucket: place[1] ?? "",
    folder: folder === "" ? "" : `${folder}/`,
    authorization: once(async () => {
      if (credentials !== undefined) return bearer(await tokenOfAccount(credentials));
      // Another server than Google's has no accounts of Google's.
      return url === undefined ? bearer(await tokenOfMachine()) : {};
    }),
  };
}

const bearer = (token: string): Readonly<Record<string, string>> => ({ Authorization: `Bearer ${token}` });

/** A token lives longer than an activation. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const MACHINE = "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token";

/** The token of the machine's own account: workload identity. */
async function tokenOfMachine(): Promise<string> {
  return tokenIn(await ask(PEER, MACHINE, { headers: { "Metadata-Flavor": "Google" } }));
}

/** The token of a service account whose key is bound. RFC 7523, https://developers.google.com/identity/protocols/oauth2/service-account */
async function tokenOfAccount(credentials: string): Promise<string> {
  const { client_email: account, private_key: key, token_uri: uri } = readKey(credentials);
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: account,
    scope: "https://www.googleapis.com/auth/devstorage.read_write",
    aud: uri,
    iat: now,
    exp: now + 3600,
  };
  const unsigned = `${encoded({ alg: "RS256", typ: "JWT" })}.${encoded(claims)}`;
  const signature = createSign("RSA-SHA256").update(unsigned).sign(key, "base64url");
  const body = new URLSearchParams({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: `${unsigned}.${signature}`,
  });
  return tokenIn(await ask(PEER, uri, { method: "POST", body }));
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

interface AccountKey {
  readonly client_email: string;
  readonly private_key: string;
  readonly token_uri: string;
}

function readKey(text: string): AccountKey {
  try {
    const key: Partial<AccountKey> = JSON.parse(text);
    if (key.client_email && key.private_key && key.token_uri) return key as AccountKey;
  } catch {
    // Its text is a secret.
  }
  throw new Failure("MissingParameter", "`google_credentials` is no JSON key of a service account");
}

async function tokenIn(response: Response): Promise<string> {
  const body = (response.ok ? await response.json() : {}) as { readonly access_token?: unknown };
  if (typeof body.access_token === "string") return body.access_token;
  throw new Failure("BucketRefused", `Google gave no token (${response.status})`);
}
