// A mail server on loopback that keeps every message and sends none.
import { createServer } from "node:net";

const GREETING = "220 sink ready";

/** Answers one line of the protocol; `undefined` while a message is being received. */
function answerTo(line, session) {
  const word = line.slice(0, 4).toUpperCase();
  if (word === "EHLO") return "250-sink\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME";
  if (word === "AUTH") return "235 accepted";
  if (word === "MAIL") session.from = line.slice(10);
  if (word === "RCPT") session.to.push(line.slice(8));
  if (word === "DATA") {
    session.body = [];
    return "354 go on";
  }
  return word === "QUIT" ? "221 bye" : "250 ok";
}

/**
 * Listens on loopback.
 * @param {number} port
 * @returns {Promise<{ messages: readonly { from: string, to: readonly string[], text: string }[], port: number, stop(): Promise<void> }>}
 */
export function startSmtpSink(port) {
  const messages = [];
  const server = createServer((socket) => {
    const session = { from: "", to: [], body: undefined };
    let rest = "";
    socket.on("error", () => {});
    socket.write(`${GREETING}\r\n`);
    socket.on("data", (chunk) => {
      rest += chunk.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (session.body === undefined) {
          const answer = answerTo(line, session);
          socket.write(`${answer}\r\n`);
          if (answer.startsWith("221")) socket.end();
        } else if (line === ".") {
          const text = Buffer.from(session.body.join("\r\n"), "latin1").toString("utf8");
          messages.push({ from: session.from, to: session.to, text });
          Object.assign(session, { from: "", to: [], body: undefined });
          socket.write("250 kept\r\n");
        } else {
          session.body.push(line.startsWith("..") ? line.slice(1) : line);
        }
      }
    });
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({ messages, port, stop: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}
