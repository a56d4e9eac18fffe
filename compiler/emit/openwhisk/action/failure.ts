/** How a delivery can fail. Callers and people tell failures apart by these names. */
export type FailureName =
  | "BadRequest"
  | "BucketRefused"
  | "BucketUnreachable"
  | "CellTooLong"
  | "ColumnsChanged"
  | "DeliveryUnknown"
  | "EmptyResult"
  | "InternalError"
  | "MailRefused"
  | "MailServerUnreachable"
  | "MissingParameter"
  | "OutOfTime"
  | "QueryFailed"
  | "RecipientsRefused"
  | "TooManyRows"
  | "TrinoRefused"
  | "TrinoUnreachable"
  | "WebhookRefused"
  | "WebhookUnreachable";

/**
 * An error that may leave the action. Its message is written here or taken from a field that is known to hold no
 * secret: never from an error of a library, whose text and properties may hold addresses, parameters and passwords.
 */
export class Failure extends Error {
  override readonly name: FailureName;
  /** Whether it may be that the recipient got it all the same. */
  readonly isUnknown: boolean;

  constructor(name: FailureName, message: string, { isUnknown = false } = {}) {
    super(message);
    this.name = name;
    this.isUnknown = isUnknown;
  }
}

/** What the caller sees: two texts. */
export interface Answer {
  readonly error: { readonly name: FailureName; readonly message: string };
}

const LONGEST = 1000;

export function answerOf(error: unknown): Answer {
  const failure = error instanceof Failure ? error : unforeseen(error);
  return { error: { name: failure.name, message: failure.message.slice(0, LONGEST) } };
}

/** An error that nobody foresaw: where it happened, and nothing of what it says. */
function unforeseen(error: unknown): Failure {
  const frames = error instanceof Error ? (error.stack ?? "").match(/^ {4}at [^\n]+$/gm) : null;
  const where = (frames ?? []).slice(0, 5).map((frame) => frame.trim());
  return new Failure("InternalError", ["the action has a bug", ...where].join("; "));
}

/** The code of an error of Node's network, `ECONNREFUSED`; a short word of capitals holds no secret. */
export function networkCode(error: unknown): string {
  for (let each: unknown = error; typeof each === "object" && each !== null; each = property(each, "cause")) {
    const code = property(each, "code");
    if (typeof code === "string" && /^[A-Z][A-Z_0-9]{2,40}$/.test(code)) return code;
    if (property(each, "name") === "TimeoutError") return "ETIMEDOUT";
  }
  return "no connection";
}

function property(value: object, key: string): unknown {
  return key in value ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
