// Who gets what is delivered: a mail server and a webhook, both on loopback, both kept in hand by the tests.
import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";

/** A mail server that asks for a user and a password. `behave` changes what it does with the next mails. */
export async function startMailServer({ user, password }) {
  const messages = [];
  const behaviour = { recipient: undefined, onData: undefined };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (given, _session, done) =>
      given.username === user && given.password === password
        ? done(null, { user })
        : done(
            Object.assign(new Error(`no ${given.username}:${given.password} here`), { responseCode: 535 }),
          ),
    onRcptTo: ({ address }, _session, done) =>
      done(
        address === behaviour.recipient
          ? Object.assign(new Error("no such mailbox"), { responseCode: 550 })
          : null,
      ),
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (chunk) => parts.push(chunk));
      stream.on("end", () => {
        const message = {
          from: session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts),
        };
        if (behaviour.onData !== undefined) return behaviour.onData(message, done);
        messages.push(message);
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address();
  return {
    messages,
    port,
    url: `smtp://${user}:${password}@127.0.0.1:${port}`,
    /** `{ recipient: address that is refused, onData(message, done) }` until the next call. */
    behave(how = {}) {
      Object.assign(behaviour, { recipient: undefined, onData: undefined }, how);
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** A webhook that keeps what it is told and answers 200, or what `answer` says. */
export async function startWebhook() {
  const calls = [];
  const how = { status: 200 };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      calls.push({
        path: request.url,
        headers: request.headers,
        text: Buffer.concat(chunks).toString("utf8"),
      });
      response.writeHead(how.status);
      response.end("what the receiver says");
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    calls,
    url: `http://127.0.0.1:${server.address().port}`,
    answer: (status) => {
      how.status = status;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
