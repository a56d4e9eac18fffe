// The Node runtime of OpenWhisk, as a program: `/init` and `/run` on loopback. It follows `runner.js` and `service.js`
// of apache/openwhisk-runtime-nodejs (nodejs20Action), without its web framework. Run by `host.mjs`, which it tells its
// port.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const END = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";
const require = createRequire(import.meta.url);

// Not `main`: text code would find it.
let loaded;
let status = "ready";

/** Code in a zip is a module below the working directory; other code is text that a function returns `main` from. */
function load({ main: name, code, binary }) {
  if (!binary) {
    // biome-ignore lint/security/noGlobalEval: the runtime does it so
    return eval(`(function(){
      ${code}
      try { return ${name} } catch (e) {
        if (e.name === 'ReferenceError') return module.exports.${name} || exports.${name}
        throw e
      }
    })()`);
  }
  const folder = resolve(mkdtempSync(join(process.cwd(), "action-")));
  writeFileSync(join(folder, "action.zip"), Buffer.from(code, "base64"));
  execFileSync("unzip", ["-qq", join(folder, "action.zip"), "-d", folder]);
  process.chdir(folder);
  if (!existsSync("package.json") && !existsSync("index.js"))
    throw "Zipped actions must contain either package.json or index.js at the root.";
  return require(folder)[name];
}

// What text code finds around it.
const module = { exports: {} };
const exports = module.exports;
void exports;

function init(body) {
  if (loaded !== undefined) return [403, { error: "Cannot initialize the action more than once." }];
  if (status !== "ready") return [403, { error: `System not ready, status is ${status}.` }];
  const value = body.value ?? {};
  if (!value.main || !value.code || typeof value.main !== "string" || typeof value.code !== "string")
    return [403, { error: "Missing main/no code to execute." }];
  for (const [name, text] of Object.entries(value.env ?? {}))
    process.env[name] = typeof text === "object" ? JSON.stringify(text) : String(text ?? "");
  try {
    const found = load(value);
    if (typeof found !== "function") throw `Action entrypoint '${value.main}' is not a function.`;
    loaded = found;
    return [200, { OK: true }];
  } catch (error) {
    status = "stopped";
    console.error("Error during initialization:", error);
    mark();
    return [502, { error: `Initialization has failed due to: ${error.stack ?? error}` }];
  }
}

async function run(body) {
  if (status !== "ready" || loaded === undefined) {
    const why = loaded === undefined ? "System not initialized." : `System not ready, status is ${status}.`;
    return [403, { error: why }];
  }
  status = "running";
  for (const [name, text] of Object.entries(body))
    if (typeof text === "string" && name !== "value") process.env[`__OW_${name.toUpperCase()}`] = text;
  try {
    const result = await answerOf(body.value ?? {});
    mark();
    status = "ready";
    return typeof result === "object"
      ? [200, result]
      : [502, { error: "The action did not return a dictionary." }];
  } catch (error) {
    console.error(error);
    mark();
    status = "stopped";
    return [502, { error: `An error has occurred: ${error}` }];
  }
}

/** A throw ends the container; a rejected promise is an answer that shows everything that its error has. */
async function answerOf(value) {
  const promise = Promise.resolve(loaded(value));
  try {
    return (await promise) ?? {};
  } catch (error) {
    if (!error) return { error: {} };
    if (!(error instanceof Error)) return { error };
    return { error: { ...error, name: error.name, message: error.message, stack: error.stack } };
  }
}

function mark() {
  console.log(END);
  console.error(END);
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const [code, answer] = request.url === "/init" ? init(body) : await run(body);
    response.writeHead(code, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer));
  });
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
