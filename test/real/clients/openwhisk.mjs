// A stand-in for OpenWhisk's API: every invocation is kept and succeeds, unless a test sets another result.
import { createServer } from "node:http";

/**
 * Listens on loopback.
 * @param {number} port
 */
export function startOpenwhisk(port) {
  const invocations = [];
  const results = new Map();
  const answer = (request, body) => {
    const action = /^\/api\/v1\/namespaces\/[^/]+\/actions\/([^?]+)/.exec(request.url)?.[1];
    if (request.method === "POST" && action !== undefined) {
      const activationId = String(invocations.length + 1).padStart(32, "0");
      invocations.push({ action, activationId, parameters: body === "" ? {} : JSON.parse(body) });
      return [202, { activationId }];
    }
    const id = /^\/api\/v1\/namespaces\/[^/]+\/activations\/([^?/]+)/.exec(request.url)?.[1];
    const invocation = invocations.find(({ activationId }) => activationId === id);
    if (invocation === undefined) return [404, { error: "The requested resource does not exist." }];
    const result = results.get(invocation.action) ?? { success: true, result: {} };
    return [200, { activationId: id, name: invocation.action, response: { status: "success", ...result } }];
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const [status, body] = answer(request, Buffer.concat(chunks).toString("utf8"));
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({
        port,
        url: `http://127.0.0.1:${port}`,
        invocations,
        /** What later activations of an action answer, e.g. `{ success: false, result: { error: "no rows" } }`. */
        setResult: (action, result) => results.set(action, result),
        stop: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      }),
    );
  });
}
