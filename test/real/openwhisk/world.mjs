// Everything around the actions: a controller, who receives, and the project as it is deployed.

import { bucketClient } from "../clients/bucket.mjs";
import { startController } from "./controller.mjs";
import { MAIL_ROOM, odp } from "./project.mjs";
import { startMailServer, startWebhook } from "./receivers.mjs";

/** Texts that no log, result, error or file may hold. */
export const SECRETS = {
  mailPassword: "mail-password-5d1c",
  trinoPassword: "trino-password-77aa",
  hookPath: "hook-path-90ef",
  hookKey: "hook-key-3b2e",
  namespaceKey: "namespace-key-e41f",
  errandToken: "errand-token-c2d8",
};

export const PERIOD = {
  periodStart: "2026-11-25T00:00:00+03:00",
  periodEnd: "2026-11-26T00:00:00+03:00",
};

/** @param {object} parts `trino` and `gcs` of the runner */
export async function openWorld({ trino, gcs }) {
  const bucket = bucketClient(gcs.url, gcs.bucket);
  const tools = await odp();
  const compiled = await tools.compileProject(MAIL_ROOM);
  const mail = await startMailServer({ user: "post", password: SECRETS.mailPassword });
  const webhook = await startWebhook();
  const real = process.env.ODP_OPENWHISK;
  const key = process.env.ODP_OPENWHISK_KEY ?? `23bc46b1-71f6-4ed5-8c54-816aa4f8c502:${SECRETS.namespaceKey}`;
  const controller = real === undefined ? await startController(0, key) : { url: real, stop: async () => {} };
  const client = tools.openwhiskClient(controller.url, key);
  const values = {
    ODP_TRINO_URL: trino.url,
    ODP_TRINO_USER: "reports",
    ODP_REPORTS_BUCKET: `gs://${bucket.name}/odp-test`,
    ODP_STORAGE_URL: bucket.url,
    ODP_SMTP_URL: mail.url,
    ODP_SMTP_FROM: "post@example.com",
    ODP_HOOK_URL: `${webhook.url}/${SECRETS.hookPath}`,
    ODP_HOOK_KEY_VALUE: SECRETS.hookKey,
    ODP_ERRAND_VALUE: SECRETS.errandToken,
    ODP_SLACK_URL: `${webhook.url}/slack/${SECRETS.hookPath}`,
  };

  /** Deploys the project with other values or limits; gives what deploying did. */
  async function deploy(changed = {}, limits = {}) {
    const { openwhisk } = compiled.plan;
    const plan = {
      ...openwhisk,
      delivery: { ...openwhisk.delivery, limits: { ...openwhisk.delivery.limits, ...limits } },
    };
    const wanted = tools.wantedActions(plan, compiled.files, (name) => ({ ...values, ...changed })[name]);
    const changes = await tools.compareActions(wanted, client);
    await tools.deployActions(wanted, changes, client, () => {});
    return { changes, missing: wanted.missing };
  }

  const basic = (pair) => `Basic ${Buffer.from(pair).toString("base64")}`;
  const api = async (path, request = {}, as = key) => {
    const response = await fetch(`${controller.url}/api/v1/namespaces/_/${path}`, {
      ...request,
      headers: { Authorization: basic(as), "Content-Type": "application/json" },
    });
    return { status: response.status, body: await response.json() };
  };

  /** Starts an action with a payload, as a trigger that was fired over HTTP would hand it on. */
  async function invoke(path, method, payload) {
    const sent = { ...payload, __ow_headers: { authorization: basic(key) } };
    const answer = await api(path, { method, body: JSON.stringify(sent) });
    if (answer.status !== 202) throw new Error(`the action was not started: ${JSON.stringify(answer)}`);
    return answer.body.activationId;
  }

  /** The task that sends, with the values that Airflow would render. */
  function requestOf(
    report,
    delivery,
    { period = PERIOD, asOf = "2026-11-26T02:30:00+00:00", sendAgain = "no" } = {},
  ) {
    const dag = compiled.plan.airflow.dags.find(({ id }) => id === `mail_room__report__${report}`);
    const send = dag.tasks.find(({ id }) => id === `send_${delivery}`);
    const args = Object.fromEntries(send.args);
    const rendered = { ...period, asOf, sendAgain };
    const entries = args.data.args[0].entries.map(([name, value]) => [name, rendered[name] ?? value]);
    return { endpoint: args.endpoint, method: args.method, body: Object.fromEntries(entries) };
  }

  async function start(report, delivery = "email", options = {}) {
    const { endpoint, method, body } = requestOf(report, delivery, options);
    return invoke(endpoint.replace("api/v1/namespaces/_/", ""), method, body);
  }

  /** Waits as the DAG does: an activation that is not over is not found. */
  async function ended(activationId) {
    for (;;) {
      const { status, body } = await api(`activations/${activationId}`);
      if (status === 200) {
        seen.push(body);
        return body;
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  const seen = [];
  return {
    compiled,
    controller,
    client,
    tools,
    bucket,
    trino,
    mail,
    webhook,
    /** Every activation that ended. */
    seen,
    api,
    key,
    deploy,
    /** Runs an action of the user's own; gives the response of its activation. */
    run: async (action, payload) =>
      (await ended(await invoke(`actions/mail_room/${action}?blocking=false`, "POST", payload))).response,
    start,
    ended,
    /** Sends one report; gives the response of its activation. */
    send: async (report, delivery, options) => (await ended(await start(report, delivery, options))).response,
    /** The containers in which reports are sent. */
    containers: () => controller.containers("mail_room/deliver"),
    /** Whether the containers are of this machine: only those can be measured and killed. */
    hasContainers: real === undefined,
    async stop() {
      await controller.stop();
      await mail.stop();
      await webhook.stop();
    },
  };
}
