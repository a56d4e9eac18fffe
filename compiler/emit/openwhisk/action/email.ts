import type { DeliveryFile } from "../../../plan/openwhisk.ts";
import type { Content } from "./content.ts";
import { Failure, networkCode } from "./failure.ts";
import { escapeHtml } from "./html.ts";
import { Mailer, SmtpTransport } from "./libraries.ts";
import { type Facts, filled } from "./message.ts";
import { type Parameters, required } from "./parameters.ts";

type Email = Extract<DeliveryFile, { readonly kind: "email" }>;

/** Domain of a sender, for the Message-ID. */
export function senderOf(
  delivery: Email,
  parameters: Parameters,
): { readonly from: string; readonly domain: string } {
  const from = delivery.from ?? required(parameters, delivery.sender);
  return { from, domain: /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? "odp.invalid" };
}

/** Sends the mail; gives back when the server has taken it. */
export async function sendEmail(
  delivery: Email,
  content: Content,
  facts: Facts,
  messageId: string,
  parameters: Parameters,
): Promise<void> {
  const { from } = senderOf(delivery, parameters);
  const mailer = new Mailer(new SmtpTransport(serverOf(required(parameters, delivery.server))), {});
  try {
    const { rejected } = await mailer.sendMail({
      from,
      to: [...delivery.to],
      subject: filled(delivery.subject, facts).replace(/\s+/g, " "),
      messageId,
      headers: { "Auto-Submitted": "auto-generated" },
      ...bodyOf(delivery, content, facts),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    if (rejected.length > 0)
      throw new Failure(
        "RecipientsRefused",
        `the mail was sent, but the server refused ${rejected.length} of ${delivery.to.length} recipients`,
        { isUnknown: true },
      );
  } catch (error) {
    throw error instanceof Failure ? error : refusal(error);
  } finally {
    mailer.close();
  }
}

function bodyOf(delivery: Email, content: Content, facts: Facts): object {
  const body = filled(delivery.body, facts);
  if (content.kind === "stored") {
    const text = delivery.body.includes("{link}") ? body : `${body}\n\nThe file: ${content.link}\n`;
    return { text };
  }
  const { name: filename, contentType, data } = content;
  if (!contentType.startsWith("text/html"))
    return { text: body, attachments: [{ filename, contentType, content: data }] };
  const paragraphs = body
    .split(/\n{2,}/)
    .map((each) => `<p>${escapeHtml(each).replaceAll("\n", "<br>")}</p>`);
  return {
    text: `${body}\n\nThe table is in the HTML of this mail.\n`,
    html: `${paragraphs.join("\n")}\n${data}`,
  };
}

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `smtps://user:password@host:465` or `smtp://user:password@host:587`, which then has to offer TLS. */
function serverOf(address: string): object {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Failure("MissingParameter", "the address of the mail server is no URL");
  }
  const secure = url.protocol === "smtps:";
  const hasKey = url.password !== "";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // A password is not sent in the clear, but on the machine itself.
    requireTLS: hasKey && !secure && !LOOPBACK.has(url.hostname),
    ...(hasKey
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  };
}

/** What may be said of an error of the mail library: its command and codes, never its text or other fields. */
function refusal(error: unknown): Failure {
  const { command, responseCode } = error as { readonly command?: unknown; readonly responseCode?: unknown };
  const step = typeof command === "string" && /^[A-Z][A-Z ]{1,20}$/.test(command) ? command : "no command";
  if (typeof responseCode === "number" && responseCode >= 400) {
    const why = step.startsWith("AUTH") || responseCode === 535 ? ": user or password are wrong" : "";
    return new Failure("MailRefused", `the mail server answered ${responseCode} to ${step}${why}`);
  }
  const code = networkCode(error);
  if (code === "EENVELOPE") return new Failure("MailRefused", "the mail server refused every recipient");
  if (code === "ETLS") return new Failure("MailServerUnreachable", "the mail server offers no TLS");
  // Until the text is sent nothing can have arrived.
  const isUnknown = !/^(?:CONN|EHLO|HELO|STARTTLS|AUTH.*|MAIL FROM|RCPT TO)$/.test(step);
  return new Failure("MailServerUnreachable", `no answer from the mail server to ${step}: ${code}`, {
    isUnknown,
  });
}
