import { createHash, createHmac } from "node:crypto";
import type { DeliveryFile, DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import { deadline } from "./clock.ts";
import type { Content } from "./content.ts";
import { Failure, networkCode } from "./failure.ts";
import { type Facts, filled } from "./message.ts";
import { type Parameters, required } from "./parameters.ts";
import type { Column } from "./table.ts";

type Webhook = Extract<DeliveryFile, { readonly kind: "webhook" }>;

/** What a webhook tells. */
export interface Told {
  readonly report: ReportFile;
  readonly request: DeliveryRequest;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly content: Content;
  readonly facts: Facts;
}

/** Posts the rows, or a link to them, once; gives back when the receiver answered with success. */
export async function sendWebhook(
  delivery: Webhook,
  told: Told,
  key: string,
  parameters: Parameters,
): Promise<void> {
  const body = JSON.stringify(delivery.form === "slack" ? slackBody(told) : jsonBody(told));
  const headers = { "Content-Type": "application/json", ...signatureOf(delivery, key, body, parameters) };
  const url = required(parameters, delivery.address);
  const signal = AbortSignal.timeout(Math.max(Math.min(deadline() - Date.now() - 5000, 60_000), 1000));
  let response: Response;
  try {
    response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal });
  } catch (error) {
    const code = networkCode(error);
    // Nobody listened: nothing can have arrived.
    const isUnknown = !/^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_INVALID_URL|UND_ERR_CONNECT_TIMEOUT)$/.test(
      code,
    );
    throw new Failure("WebhookUnreachable", `no answer from the webhook: ${code}`, { isUnknown });
  }
  await response.body?.cancel();
  if (response.ok) return;
  // A server that failed may have done its work.
  const isUnknown = response.status >= 500;
  throw new Failure("WebhookRefused", `the webhook answered ${response.status}`, { isUnknown });
}

/** Standard Webhooks, https://www.standardwebhooks.com: receivers have libraries that verify it. */
function signatureOf(
  { key: parameter }: Webhook,
  key: string,
  body: string,
  parameters: Parameters,
): Readonly<Record<string, string>> {
  const id = createHash("sha256").update(key).digest("hex").slice(0, 32);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp };
  if (parameter === undefined) return headers;
  const secret = required(parameters, parameter);
  const bytes = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : Buffer.from(secret);
  const mac = createHmac("sha256", bytes).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { ...headers, "webhook-signature": `v1,${mac}` };
}

function jsonBody({ report, request, columns, rows, content }: Told): object {
  const { periodStart, periodEnd, asOf } = request;
  return {
    report: report.report,
    title: report.title,
    periodStart,
    periodEnd,
    asOf: asOf === "" ? null : asOf,
    columns: columns.map(({ name, type }) => ({ name, type })),
    rowCount: rows,
    ...(content.kind === "stored"
      ? { file: { name: content.name, link: content.link, bytes: content.bytes } }
      : { rows: parsedLines(content.data) }),
  };
}

function parsedLines(data: Buffer): readonly unknown[] {
  const text = data.toString();
  return text === ""
    ? []
    : text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
}

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
function slackBody({ content, facts }: Told): object {
  const summary = filled("{title}, {period}", facts);
  const rows =
    content.kind === "stored"
      ? `${facts.get("rows")} rows: <${content.link}|${escapeSlack(content.name)}>`
      : `\`\`\`${escapeSlack(content.data.toString().replaceAll("```", "'''"))}\`\`\``;
  return {
    text: escapeSlack(summary),
    blocks: [
      { type: "header", text: { type: "plain_text", text: summary.slice(0, 150) } },
      { type: "section", text: { type: "mrkdwn", text: rows } },
      {
        type: "context",
        elements: [{ type: "plain_text", text: filled("{rows} rows, as of {asOf}", facts) }],
      },
    ],
  };
}

function escapeSlack(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
