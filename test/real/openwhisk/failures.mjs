// What goes wrong ends in an error with a name that tells what, and gives no secret away.
import { createServer } from "node:net";
import { expectSame } from "../lib/context.mjs";
import { SECRETS } from "./world.mjs";

export async function failureChecks(checkAny, world) {
  const NOWHERE = `127.0.0.1:${await closedPort()}`;
  const { send, deploy, mail, webhook, bucket, trino } = world;
  // What a check that failed left behind must not fail the next one.
  const check = (name, body) =>
    checkAny(name, async () => {
      mail.behave();
      webhook.answer(200);
      await deploy();
      await body();
    });
  const later = (day) => ({
    period: { periodStart: `2026-10-${day}T00:00:00+03:00`, periodEnd: `2026-10-${day + 1}T00:00:00+03:00` },
  });
  const errorOf = async (report, delivery, options) => {
    const response = await send(report, delivery, options);
    expectSame("fails", [response.success, response.status], [false, "application error"]);
    expectSame("fields of the error", Object.keys(response.result.error), ["name", "message"]);
    return response.result.error;
  };
  const expectError = async (name, part, ...sending) => {
    const error = await errorOf(...sending);
    expectSame("name", error.name, name);
    if (!error.message.includes(part)) throw new Error(`"${error.message}" does not say "${part}"`);
  };

  await check("a failing query", () =>
    expectError("QueryFailed", "DIVISION_BY_ZERO: Division by zero", "failing"),
  );

  await check("a slow query is cancelled in time", async () => {
    await deploy({}, { timeoutMilliseconds: 6000 });
    await expectError("OutOfTime", "cancelled", "slow");
    await deploy();
    const running = await trino.query(
      "select count(*) from system.runtime.queries where source = 'odp/mail_room/slow' and state not in ('FAILED', 'FINISHED')",
    );
    expectSame("still running", running.rows, [[0]]);
  });

  await check("a wrong password of the mail server, and then the right one", async () => {
    await deploy({ ODP_SMTP_URL: mail.url.replace(SECRETS.mailPassword, "not-the-password-of-mail") });
    await expectError("MailRefused", "535", "ten_csv", "email", later(10));
    await deploy();
    expectSame("sent", (await send("ten_csv", "email", later(10))).result.state, "sent");
  });

  await check("a mail server that nobody reaches, and then one that answers", async () => {
    await deploy({ ODP_SMTP_URL: `smtp://post:${SECRETS.mailPassword}@${NOWHERE}` });
    await expectError("MailServerUnreachable", "CONN", "ten_csv", "email", later(11));
    await deploy();
    expectSame("sent", (await send("ten_csv", "email", later(11))).result.state, "sent");
  });

  await check("a Trino that nobody reaches, and a password that it does not take", async () => {
    await deploy({ ODP_TRINO_URL: `http://${NOWHERE}` });
    await expectError("TrinoUnreachable", "ECONNREFUSED", "ten_csv", "email", later(12));
    await deploy({ ODP_TRINO_PASSWORD: SECRETS.trinoPassword });
    await expectError("TrinoRefused", "401", "ten_csv", "email", later(12));
    await deploy();
  });

  await check("a bucket that nobody reaches, and one that is not there", async () => {
    await deploy({ ODP_STORAGE_URL: `http://${NOWHERE}` });
    await expectError("BucketUnreachable", "ECONNREFUSED", "ten_csv", "email", later(12));
    await deploy({ ODP_REPORTS_BUCKET: "gs://not-there" });
    await expectError("BucketRefused", "404", "ten_csv", "email", later(12));
    await deploy();
    expectSame(
      "nothing is claimed",
      (await bucket.list("odp-test/odp/claims/mail_room/ten_csv/2026-10-12")).length,
      0,
    );
  });

  await check("a webhook that refuses, and one that nobody reaches", async () => {
    webhook.answer(403);
    await expectError("WebhookRefused", "403", "regional", "webhook", later(13));
    webhook.answer(200);
    await deploy({ ODP_HOOK_URL: `http://${NOWHERE}/${SECRETS.hookPath}` });
    await expectError("WebhookUnreachable", "", "regional", "webhook", later(13));
    await deploy();
    expectSame("sent", (await send("regional", "webhook", later(13))).result.state, "sent");
  });

  await check(
    "a recipient that the mail server refuses is told, and the others get the mail once",
    async () => {
      mail.behave({ recipient: "ben@example.com" });
      const before = mail.messages.length;
      await expectError("RecipientsRefused", "1 of 2", "ten_csv", "email", later(14));
      mail.behave();
      expectSame("left out", (await send("ten_csv", "email", later(14))).result.why, "already sent");
      expectSame(
        "mails",
        mail.messages.slice(before).map(({ to }) => to),
        [["anna@example.com"]],
      );
    },
  );

  await check("a variable without a value is named before anything is sent", async () => {
    const { missing } = await deploy({ ODP_SMTP_URL: "" });
    expectSame("missing", missing, ["ODP_SMTP_URL"]);
    await expectError("MissingParameter", "smtp_url", "ten_csv", "email", later(15));
    await deploy();
  });
}

/** A port where nobody listens. */
async function closedPort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** After everything else: no secret stands in what anybody can read. */
export async function secretChecks(check, { seen, compiled }) {
  const places = {
    "results and logs of activations": JSON.stringify(seen),
    "emitted files": [...compiled.files.values()].join("\n"),
  };
  for (const [place, text] of Object.entries(places))
    await check(`no secret is in the ${place}`, () => {
      expectSame("is looked through", text.length > 1000, true);
      const found = Object.entries(SECRETS).filter(
        ([, secret]) =>
          text.includes(secret) || text.includes(Buffer.from(secret).toString("base64").slice(0, -4)),
      );
      expectSame(
        "found",
        found.map(([name]) => name),
        [],
      );
    });
}
