// A controller of OpenWhisk for one machine: the part of its API that deployers, DAGs and `wskdeploy` use, answering as
// the recorded answers of a real one do (`recorded/api_answers.json`); actions run in containers of `host.mjs`.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { startContainer } from "./host.mjs";

const MEBIBYTE = 1024 * 1024;
const LIMITS = { timeout: 60_000, memory: 256, logs: 10, concurrency: 1 };

class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Listens on loopback.
 * @param {number} port 0 for any
 * @param {string} key `user:password`
 */
export async function startController(port, key) {
  const packages = new Map();
  const actions = new Map();
  const activations = new Map();
  const containers = new Map();
  const requests = [];

  function putAction(name, body, overwrite) {
    if (actions.has(name) && !overwrite) throw new Refused(409, "resource already exists");
    const [owner] = name.includes("/") ? name.split("/") : [];
    if (owner !== undefined && !packages.has(owner))
      throw new Refused(404, "The requested resource does not exist.");
    const { kind, code = "", binary = false, main = "main" } = body.exec;
    if (kind !== "nodejs:20")
      throw new Refused(
        400,
        `The request content was malformed:\nThe specified runtime '${kind}' is not supported by this platform.`,
      );
    if (Buffer.byteLength(code) > 48 * MEBIBYTE)
      throw new Refused(413, `exec larger than allowed: ${Buffer.byteLength(code)} > 50331648 bytes.`);
    const limits = { ...LIMITS, ...body.limits };
    checkLimit("duration", limits.timeout, 100, 300_000, "milliseconds");
    checkLimit("memory size", limits.memory, 128, 512, "MB");
    checkLimit("log size", limits.logs, 0, 10, "MB");
    const size = Buffer.byteLength(JSON.stringify(body.parameters ?? []));
    if (size > MEBIBYTE) throw new Refused(413, `parameters larger than allowed: ${size} > 1048576 bytes.`);
    const old = actions.get(name);
    const made = {
      annotations: body.annotations ?? [],
      exec: { kind, code, binary, main },
      limits,
      name: name.split("/").at(-1),
      namespace: owner === undefined ? "guest" : `guest/${owner}`,
      parameters: body.parameters ?? [],
      publish: false,
      updated: Date.now(),
      version: `0.0.${Number(old?.version.split(".")[2] ?? 0) + 1}`,
    };
    actions.set(name, made);
    for (const container of containers.get(name) ?? []) void container.stop();
    containers.delete(name);
    return [200, made];
  }

  function checkLimit(what, value, least, most, unit) {
    if (value > most)
      throw new Refused(
        400,
        `requirement failed: ${what} ${value} ${unit} exceeds allowed threshold of ${most} ${unit}`,
      );
    if (value < least)
      throw new Refused(
        400,
        `requirement failed: ${what} ${value} ${unit} below allowed threshold of ${least} ${unit}`,
      );
  }

  /** Runs in a container of the action that has nothing to do, or in a new one. */
  async function invoke(name, payload, activationId) {
    const action = actions.get(name);
    const owner = packages.get(name.split("/")[0]);
    const value = { ...pairs(owner?.parameters), ...pairs(action.parameters), ...payload };
    const began = Date.now();
    const own = containers.get(name) ?? [];
    containers.set(name, own);
    let container = own.find(({ isBusy, isAlive }) => !isBusy && isAlive());
    let answer;
    if (container === undefined) {
      const started = await startContainer(action.exec, action.limits);
      container = started.container;
      answer = started.failure;
      if (container !== undefined) own.push(container);
    }
    const meta = {
      namespace: "guest",
      action_name: `/guest/${name}`,
      activation_id: activationId,
      api_host: "",
    };
    if (container !== undefined) container.isBusy = true;
    answer ??= await container.run(value, meta);
    if (container !== undefined) container.isBusy = false;
    const { logs, isLate = false, ...response } = answer;
    const annotation = (key, given) => ({ key, value: given });
    activations.set(activationId, {
      activationId,
      annotations: [
        annotation("path", `guest/${name}`),
        annotation("kind", "nodejs:20"),
        annotation("timeout", isLate),
        annotation("limits", action.limits),
      ],
      duration: Date.now() - began,
      end: Date.now(),
      logs,
      name: action.name,
      namespace: "guest",
      publish: false,
      response,
      start: began,
      subject: "guest",
      version: action.version,
    });
  }

  async function answer(method, path, query, text) {
    const [, kind, rest = ""] = /^\/api\/v1\/namespaces\/[^/]+\/([a-z]+)\/?(.*)$/.exec(path) ?? [];
    const body = () => (text === "" ? {} : JSON.parse(text));
    const found = (map, name) => {
      const value = map.get(name);
      if (value === undefined) throw new Refused(404, "The requested resource does not exist.");
      return value;
    };
    const overwrite = query.get("overwrite") === "true";
    if (kind === "packages") {
      const inside = () => [...actions.keys()].filter((name) => name.startsWith(`${rest}/`));
      if (method === "GET") {
        const entries = inside().map((name) => ({
          name: name.split("/")[1],
          annotations: actions.get(name).annotations,
          version: actions.get(name).version,
        }));
        return [200, { ...found(packages, rest), actions: entries, feeds: [] }];
      }
      if (method === "PUT") {
        if (packages.has(rest) && !overwrite) throw new Refused(409, "resource already exists");
        const made = {
          annotations: [],
          binding: {},
          name: rest,
          namespace: "guest",
          parameters: [],
          publish: false,
          ...body(),
          updated: Date.now(),
          version: "0.0.1",
        };
        packages.set(rest, made);
        return [200, made];
      }
      if (inside().length > 0)
        throw new Refused(
          409,
          `Package not empty (contains ${inside().length} entity). Set force param or delete package contents.`,
        );
      const gone = found(packages, rest);
      packages.delete(rest);
      return [200, gone];
    }
    if (kind === "actions") {
      if (method === "PUT") return putAction(rest, body(), overwrite);
      const action = found(actions, rest);
      if (method === "GET") return [200, action];
      if (method === "DELETE") {
        actions.delete(rest);
        return [200, action];
      }
      const size = Buffer.byteLength(text);
      if (size > MEBIBYTE) throw new Refused(413, `Request larger than allowed: ${size} > 1048576 bytes.`);
      const activationId = randomUUID().replaceAll("-", "");
      const done = invoke(rest, body(), activationId);
      if (query.get("blocking") !== "true") return [202, { activationId }];
      await done;
      const record = activations.get(activationId);
      return [record.response.success ? 200 : 502, record];
    }
    // An activation that is not over has no record yet.
    if (kind === "activations") return [200, found(activations, rest.split("/")[0])];
    throw new Refused(404, "The requested resource does not exist.");
  }

  const authorization = `Basic ${Buffer.from(key).toString("base64")}`;
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", async () => {
      const url = new URL(request.url, "http://localhost");
      const text = Buffer.concat(chunks).toString("utf8");
      requests.push({
        method: request.method,
        path: decodeURIComponent(url.pathname),
        query: url.search,
        text,
      });
      let result;
      try {
        if (request.headers.authorization !== authorization)
          throw new Refused(401, "The supplied authentication is invalid");
        result = await answer(request.method, decodeURIComponent(url.pathname), url.searchParams, text);
      } catch (error) {
        result = [error.status ?? 500, { code: randomUUID(), error: error.message }];
      }
      response.writeHead(result[0], { "Content-Type": "application/json" });
      response.end(JSON.stringify(result[1]));
    });
  });
  // A client that was busy for a while would send into a connection that is being closed.
  server.keepAliveTimeout = 600_000;
  await new Promise((done, failed) => {
    server.on("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    activations,
    /** The containers of an action, the oldest first. */
    containers: (name) => containers.get(name) ?? [],
    async stop() {
      for (const container of [...containers.values()].flat()) await container.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function pairs(parameters = []) {
  return Object.fromEntries(parameters.map(({ key, value }) => [key, value]));
}
