// A delivery of a period is made once; what was cut off is not known, and waits for a person.
import { setTimeout as sleep } from "node:timers/promises";
import { expectSame } from "../lib/context.mjs";
import { readMail } from "./read.mjs";

export async function onceChecks(checkAny, world) {
  const { deploy, send, start, ended, mail, webhook, containers } = world;
  // What a check that failed left behind must not fail the next one.
  const check = (name, body) =>
    checkAny(name, async () => {
      mail.behave();
      webhook.answer(200);
      await deploy();
      await body();
    });
  const on = (day, more = {}) => ({
    period: { periodStart: `2026-09-${day}T00:00:00+03:00`, periodEnd: `2026-09-${day + 1}T00:00:00+03:00` },
    ...more,
  });
  const since = (count) => mail.messages.slice(count);
  const idOf = async (message) => (await readMail(message)).headers["message-id"];
  const killAll = () => {
    for (const container of containers()) container.kill();
  };

  await check("what was sent is not sent again, unless it is asked for by name", async () => {
    const before = mail.messages.length;
    expectSame("first", (await send("ten_csv", "email", on(10))).result.state, "sent");
    expectSame("second", (await send("ten_csv", "email", on(10))).result.why, "already sent");
    expectSame("another period", (await send("ten_csv", "email", on(11))).result.state, "sent");
    expectSame("mails", since(before).length, 2);
    expectSame(
      "asked for",
      (await send("ten_csv", "email", on(10, { sendAgain: "yes" }))).result.state,
      "sent",
    );
    const ids = await Promise.all(since(before).map(idOf));
    expectSame(
      "Message-IDs",
      [ids.every((id) => id.endsWith("@example.com>")), new Set(ids).size],
      [true, 3],
    );
  });

  await check(
    "killed between the claim and the mail server's answer, it is unknown until somebody asks",
    async () => {
      const before = mail.messages.length;
      const arrived = [];
      mail.behave({
        onData: (message) => {
          // The server has the mail, and never says so.
          arrived.push(message);
          killAll();
        },
      });
      const cut = await send("ten_csv", "email", on(12));
      expectSame(
        "cut off",
        [cut.success, cut.result.error],
        [false, "The action did not produce a valid response and exited unexpectedly."],
      );
      mail.behave();
      for (const time of ["next", "after that"]) {
        const { result } = await send("ten_csv", "email", on(12));
        expectSame(time, result.error.name, "DeliveryUnknown");
      }
      expectSame("mails", since(before).length, 0);
      expectSame(
        "asked for",
        (await send("ten_csv", "email", on(12, { sendAgain: "yes" }))).result.state,
        "sent",
      );
      expectSame("mails", since(before).length, 1);
      expectSame("the same Message-ID", await idOf(mail.messages.at(-1)), await idOf(arrived[0]));
      expectSame("from then on", (await send("ten_csv", "email", on(12))).result.why, "already sent");
    },
  );

  await check("a connection that breaks while the mail is sent leaves it unknown too", async () => {
    mail.behave({
      onData: (_message, done) => done(Object.assign(new Error("full"), { responseCode: 452 })),
    });
    expectSame(
      "refused by the server: given back",
      (await send("ten_csv", "email", on(13))).result.error.name,
      "MailRefused",
    );
    mail.behave();
    expectSame("sent", (await send("ten_csv", "email", on(13))).result.state, "sent");
    webhook.answer(503);
    expectSame("webhook", (await send("regional", "webhook", on(13))).result.error.name, "WebhookRefused");
    webhook.answer(200);
    expectSame("unknown", (await send("regional", "webhook", on(13))).result.error.name, "DeliveryUnknown");
  });

  await check("of two activations at the same time one sends", async () => {
    const before = mail.messages.length;
    const ids = await Promise.all([start("ten_csv", "email", on(14)), start("ten_csv", "email", on(14))]);
    const results = (await Promise.all(ids.map(ended))).map(({ response }) => response.result);
    expectSame("mails", since(before).length, 1);
    const sent = results.filter(({ state }) => state === "sent").length;
    expectSame("sent", sent, 1);
  });

  if (world.hasContainers)
    await check("a file that was cut off is written again, since that does no harm", async () => {
      const id = await start("million_xlsx", "bucket", on(15));
      await sleep(3000);
      killAll();
      expectSame("cut off", (await ended(id)).response.success, false);
      expectSame("again", (await send("many_csv", "bucket", on(15))).result.state, "sent");
    });
}
