import {
  claimName,
  giveBack,
  keyOf,
  markSent,
  mayGoOn,
  messageId,
  type Standing,
  standingOf,
  take,
} from "./claim.ts";
import { deadline } from "./clock.ts";
import { type Content, contentOf } from "./content.ts";
import { sendEmail, senderOf } from "./email.ts";
import { type Answer, answerOf, Failure } from "./failure.ts";
import { type Storage, storageOf } from "./google.ts";
import { factsOf } from "./message.ts";
import { optional, type Parameters, reportOf, requestOf, required } from "./parameters.ts";
import { statementOf } from "./statement.ts";
import { openTable, type Table } from "./table.ts";
import { query, type Trino } from "./trino.ts";
import { sendWebhook } from "./webhook.ts";

/** What became of a delivery. It holds no row and nothing that is bound. */
interface Outcome {
  readonly report: string;
  readonly delivery: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly state: "sent" | "skipped";
  readonly why?: "already sent" | "no rows";
  readonly rows?: number;
  readonly bytes?: number;
  /** The object of the bucket that holds the rows. */
  readonly object?: string;
}

/**
 * Sends one report to one recipient. Called by the runtime of OpenWhisk with what is bound to the package and what
 * the caller sends; see `DeliveryRequest`. It answers with an outcome, or with `{ error: { name, message } }`.
 */
export async function main(parameters: Parameters): Promise<Outcome | Answer> {
  const began = Date.now();
  let outcome: Outcome | Answer;
  try {
    outcome = await deliver(parameters);
  } catch (error) {
    outcome = answerOf(error);
  }
  console.log(JSON.stringify({ ...outcome, milliseconds: Date.now() - began }));
  return outcome;
}

async function deliver(parameters: Parameters): Promise<Outcome> {
  const request = requestOf(parameters);
  const { report, delivery } = reportOf(request);
  const storage = storageOf(parameters);
  const trino: Trino = {
    url: required(parameters, "trino_url").replace(/\/+$/, ""),
    user: required(parameters, "trino_user"),
    password: optional(parameters, "trino_password"),
    source: `odp/${report.project}/${report.report}`,
    zone: report.zone,
  };
  const key = keyOf(report, request);
  const { periodStart, periodEnd } = request;
  const about = { report: report.report, delivery: request.delivery, periodStart, periodEnd };

  const before = await standingOf(storage, claimName(storage, key));
  if (!mayGoOn(before, request.sendAgain === "yes", delivery.kind === "bucket"))
    return { ...about, state: "skipped", why: "already sent" };

  const table = await openTable(query(trino, statementOf(report, delivery, request)), report.rowLimit);
  let content: Content;
  try {
    expectColumns(table, report.columns);
    if (table.isEmpty && report.whenEmpty === "skip") return { ...about, state: "skipped", why: "no rows" };
    if (table.isEmpty && report.whenEmpty === "fail")
      throw new Failure("EmptyResult", "the query yields no row, and the report asks to fail then");
    content = await contentOf(table, report, delivery, request, storage);
  } finally {
    await table.close();
  }

  const facts = factsOf(report, delivery, request, table.count(), content);
  await sendOnce(storage, before, async (taken) => {
    if (delivery.kind === "email") {
      const id = messageId(key, taken, senderOf(delivery, parameters).domain);
      await sendEmail(delivery, content, facts, id, parameters);
    } else if (delivery.kind === "webhook") {
      const told = { report, request, columns: table.columns, rows: table.count(), content, facts };
      await sendWebhook(delivery, told, `${key}/${taken.claim?.attempt ?? 1}`, parameters);
    }
  });
  const object = content.kind === "stored" ? { object: content.object } : {};
  return { ...about, state: "sent", rows: table.count(), bytes: content.bytes, ...object };
}

/** Reviewers agreed to these columns. A table that changed since then is not sent. */
function expectColumns({ columns }: Table, reviewed: readonly string[] | null): void {
  if (reviewed === null) return;
  const found = columns.map(({ name }) => name.toLowerCase());
  if (found.join("\n") !== reviewed.map((name) => name.toLowerCase()).join("\n"))
    throw new Failure(
      "ColumnsChanged",
      `the query yields the columns ${found.join(", ")}; the report was compiled for ${reviewed.join(", ")}`,
    );
}

/** Claims, sends and marks. What was certainly not sent is given back; what may have been stays claimed. */
async function sendOnce(
  storage: Storage,
  before: Standing,
  send: (taken: Standing) => Promise<void>,
): Promise<void> {
  if (Date.now() > deadline() - 5000) throw new Failure("OutOfTime", "no time was left for sending");
  const taken = await take(storage, before);
  try {
    await send(taken);
  } catch (error) {
    if (error instanceof Failure && error.name === "RecipientsRefused") await markSent(storage, taken);
    // Why it was not sent matters more than that the claim could not be given back.
    else if (error instanceof Failure && !error.isUnknown)
      await giveBack(storage, taken, before).catch(() => undefined);
    throw error;
  }
  await markSent(storage, taken);
}
