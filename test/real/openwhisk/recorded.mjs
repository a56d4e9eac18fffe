// The controller of this lane against the answers of a real one, recorded with Apache OpenWhisk (master of August 2026,
// standalone, Node 20 runtime): what the lane proves holds only as far as the two agree.
import { readFileSync } from "node:fs";
import { expectSame } from "../lib/context.mjs";

const RECORDED = JSON.parse(readFileSync(new URL("./recorded/api_answers.json", import.meta.url), "utf8"));
const recorded = (name) => RECORDED.filter((each) => each.name === name);

/** What the recorded invocations sent. */
const SENT = { ok: { a: 1 }, rejects: { password: "hunter2" } };

const INVOKED = [
  "ok",
  "apperror",
  "rejects",
  "throws",
  "string",
  "array",
  "void",
  "badcode",
  "esm",
  "exits",
  "slow",
  "chatty",
];

export async function recordedChecks(check, { api, key }) {
  await check("the controller answers invocations as the recorded one", async () => {
    for (const name of INVOKED) {
      const [{ answer: action }] = recorded(`put ${name}`);
      await api(`actions/${name}?overwrite=true`, {
        method: "PUT",
        body: JSON.stringify({ exec: action.exec, limits: action.limits }),
      });
      const [wanted] = recorded(`invoke ${name}`).filter(({ request }) => !request.includes("result=true"));
      const got = await api(`actions/${name}?blocking=true`, {
        method: "POST",
        body: JSON.stringify(SENT[name] ?? {}),
      });
      expectSame(`${name}: status`, got.status, wanted.status);
      // The recorded answer to a blocking call whose result is a list is the list alone.
      expectSame(
        name,
        outcomeOf(got.body),
        Array.isArray(wanted.answer)
          ? { result: wanted.answer, status: "success", success: true }
          : outcomeOf(wanted.answer),
      );
    }
  });

  await check("the controller refuses as the recorded one", async () => {
    const [{ answer: ok }] = recorded("put ok");
    const put = (path, body) =>
      api(path, { method: "PUT", body: JSON.stringify({ exec: ok.exec, ...body }) });
    const refusals = {
      "put an existing action, no overwrite": () => put("actions/ok", {}),
      "invoke a missing action": () => api("actions/nope?blocking=true", { method: "POST", body: "{}" }),
      "put timeout 300001": () => put("actions/limits?overwrite=true", { limits: { timeout: 300_001 } }),
      "put timeout 50": () => put("actions/limits?overwrite=true", { limits: { timeout: 50 } }),
      "put memory 64": () => put("actions/limits?overwrite=true", { limits: { memory: 64 } }),
      "put memory 513": () => put("actions/limits?overwrite=true", { limits: { memory: 513 } }),
      "put logs 11": () => put("actions/limits?overwrite=true", { limits: { logs: 11 } }),
      "wrong key": () => api("actions/ok", {}, "nobody:nothing"),
    };
    for (const [name, ask] of Object.entries(refusals)) {
      const [wanted] = recorded(name);
      const { status, body } = await ask();
      expectSame(name, [status, body.error], [wanted.status, wanted.answer.error]);
    }
    expectSame("the key is another one", key === "nobody:nothing", false);
  });
}

/** A response without what differs from machine to machine: stacks, sizes, the order of keys. */
function outcomeOf({ response: { result, status, success } }) {
  const kept = (name, value) => {
    if (name === "stack") return undefined;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  const text = JSON.stringify(result, kept);
  return { result: JSON.parse(text.replace(/(SyntaxError: [^\\]*)[^"]*/, "$1")), status, success };
}
