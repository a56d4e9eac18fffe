import { createHash } from "node:crypto";
import type { DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import { ABSENT, readObject, removeObject, writeObject } from "./bucket.ts";
import { Failure } from "./failure.ts";
import type { Storage } from "./google.ts";

/**
 * A claim is an object of the bucket for (report, period, recipient). It is written before sending and marked after:
 * what is claimed and not marked was cut off in between, and nobody knows whether it arrived.
 */
interface Claim {
  readonly state: "claimed" | "sent";
  /** How often a person asked for it again. */
  readonly attempt: number;
  readonly activation: string;
  readonly at: string;
}

/** What the bucket says of a delivery, and in which version it says so. */
export interface Standing {
  readonly name: string;
  readonly claim: Claim | undefined;
  readonly generation: string;
}

/** What makes a delivery the same one: the same key has one claim and one Message-ID. */
export function keyOf({ project, report }: ReportFile, request: DeliveryRequest): string {
  return [project, report, request.periodStart, request.periodEnd, request.delivery].join("/");
}

export function claimName({ folder }: Storage, key: string): string {
  return `${folder}odp/claims/${key}.json`;
}

export async function standingOf(storage: Storage, name: string): Promise<Standing> {
  const stored = await readObject(storage, name);
  if (stored === undefined) return { name, claim: undefined, generation: ABSENT };
  return { name, claim: JSON.parse(stored.text), generation: stored.generation };
}

/**
 * Whether the delivery may go on. One that was sent is left out; one whose end is not known is an error, unless it was
 * asked for by name, or sending it twice does no harm.
 */
export function mayGoOn({ claim }: Standing, isAsked: boolean, isRepeatable: boolean): boolean {
  if (claim === undefined || isAsked) return true;
  if (claim.state === "sent") return false;
  if (isRepeatable) return true;
  throw unknown(claim);
}

function unknown({ activation, at }: Claim): Failure {
  return new Failure(
    "DeliveryUnknown",
    `activation ${activation} began to send this at ${at} and did not say that it was sent. Ask the recipient; ` +
      "if it did not arrive, start the DAG for this period with `send_again` naming the delivery",
  );
}

/** Takes the delivery; of two that try at once, one does. */
export async function take(storage: Storage, standing: Standing): Promise<Standing> {
  const activation = process.env.__OW_ACTIVATION_ID ?? "none";
  const claim: Claim = {
    state: "claimed",
    attempt: standing.claim === undefined ? 1 : nextAttempt(standing.claim),
    activation,
    at: new Date().toISOString(),
  };
  const generation = await write(storage, standing.name, claim, standing.generation);
  if (generation !== undefined) return { name: standing.name, claim, generation };
  const now = await standingOf(storage, standing.name);
  // An answer that got lost, and the request was sent twice.
  if (now.claim?.activation === activation && now.claim.state === "claimed") return now;
  throw now.claim === undefined
    ? new Failure(
        "DeliveryUnknown",
        "another activation gave this delivery back at the same moment: try again",
      )
    : unknown(now.claim);
}

/** One that may have arrived keeps its number, and so its Message-ID: mail programs show it once. */
function nextAttempt({ state, attempt }: Claim): number {
  return state === "sent" ? attempt + 1 : attempt;
}

export async function markSent(storage: Storage, taken: Standing): Promise<void> {
  if (taken.claim === undefined) return;
  const claim: Claim = { ...taken.claim, state: "sent", at: new Date().toISOString() };
  if ((await write(storage, taken.name, claim, taken.generation)) !== undefined) return;
  const now = await standingOf(storage, taken.name);
  if (now.claim?.state !== "sent")
    throw new Failure("DeliveryUnknown", "it was sent, but another activation took it at the same time");
}

/** Gives back what was certainly not sent, so that the next try may send it. */
export async function giveBack(storage: Storage, taken: Standing, before: Standing): Promise<void> {
  if (before.claim === undefined) await removeObject(storage, taken.name, taken.generation);
  else await write(storage, taken.name, before.claim, taken.generation);
}

function write(
  storage: Storage,
  name: string,
  claim: Claim,
  generation: string,
): Promise<string | undefined> {
  return writeObject(storage, name, `${JSON.stringify(claim)}\n`, generation);
}

/** The same for the same delivery, whoever sends it. */
export function messageId(key: string, { claim }: Standing, domain: string): string {
  const digest = createHash("sha256")
    .update(`${key}/${claim?.attempt ?? 1}`)
    .digest("hex");
  return `<${digest.slice(0, 32)}@${domain}>`;
}
