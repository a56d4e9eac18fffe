// A stand-in for Google Cloud Storage: fake-gcs-server with its files in this run's folder, and the endpoint of tokens
// that a client with a service account asks first.
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { installed } from "../lib/cache.mjs";
import { mustRun } from "../lib/command.mjs";
import { startService, waitUntil } from "../lib/service.mjs";

const VERSION = "v1.55.1";
const BUCKET = "odp";

export const gcsServer = {
  name: "gcs-server",
  needs: [],
  async start() {
    const module = `github.com/fsouza/fake-gcs-server@${VERSION}`;
    const folder = await installed("fake-gcs-server", [module], (target) =>
      mustRun("go", ["install", module], { env: { GOBIN: target }, seconds: 1800 }),
    );
    return { program: join(folder, "fake-gcs-server") };
  },
};

/** Gives a token to everybody who asks. */
function startTokens(port) {
  const answer = JSON.stringify({ access_token: "anybody", token_type: "Bearer", expires_in: 3600 });
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(answer);
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** The key file of a service account that nobody knows: Trino 476 knows no way to Google Cloud Storage without one. */
function writeKeyFile(file, port) {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const account = {
    type: "service_account",
    project_id: "test",
    private_key_id: "x",
    private_key: privateKey,
    client_email: "test@test.invalid",
    client_id: "1",
    token_uri: `http://127.0.0.1:${port}/token`,
  };
  writeFileSync(file, JSON.stringify(account));
}

export const gcs = {
  name: "gcs",
  needs: ["gcs-server"],
  async start({ folder, ports, parts }) {
    const home = join(folder, "gcs");
    mkdirSync(home, { recursive: true });
    const url = `http://127.0.0.1:${ports.gcs}`;
    const keyFile = join(home, "key.json");
    writeKeyFile(keyFile, ports.tokens);
    const tokens = await startTokens(ports.tokens);
    const address = `127.0.0.1:${ports.gcs}`;
    const service = startService(folder, {
      name: "gcs",
      program: parts["gcs-server"].program,
      args: [
        ...["-scheme", "http", "-host", "127.0.0.1", "-port", String(ports.gcs)],
        ...["-public-host", address, "-external-url", url, "-log-level", "warn"],
        ...["-backend", "filesystem", "-filesystem-root", join(home, "objects")],
      ],
    });
    const buckets = `${url}/storage/v1/b?project=test`;
    await waitUntil("the storage answers", 300, async () => (await fetch(buckets)).ok, service);
    const made = await fetch(buckets, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: BUCKET }),
    });
    if (!made.ok) throw new Error(`no bucket: ${made.status} ${await made.text()}`);
    return {
      bucket: BUCKET,
      url,
      /** What a Trino catalog over a bucket needs beside its own properties. */
      trinoProperties: {
        "fs.native-gcs.enabled": "true",
        "gcs.endpoint": url,
        "gcs.json-key-file-path": keyFile,
      },
      /** What the sink needs beside its own keys. */
      sinkKeys: { "iceberg.catalog.gcs.service.host": url, "iceberg.catalog.gcs.no-auth": "true" },
      async stop() {
        tokens.closeAllConnections();
        tokens.close();
        await service.stop();
      },
    };
  },
};
