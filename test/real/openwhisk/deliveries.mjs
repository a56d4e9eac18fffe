// Every form of a report arrives whole.
import { createHash, createHmac } from "node:crypto";
import { expectSame } from "../lib/context.mjs";
import { readCsv, readMail, readXlsx } from "./read.mjs";
import { SECRETS } from "./world.mjs";

const GUARDED = (name) => `'=1+${name}`;
const HEADER = [
  "nationkey",
  "big",
  "exact",
  "rough",
  "formula",
  "text",
  "nothing",
  "day",
  "moment",
  "even",
  "list",
];

export async function deliveryChecks(check, world, python) {
  const { mail, webhook, bucket, trino, send } = world;
  const nations = (
    await trino.query("select name from tpch.tiny.nation where nationkey < 10 order by nationkey")
  ).rows.flat();
  const newest = () => readMail(mail.messages.at(-1));

  await check("10 rows arrive as CSV, each value exact, no formula", async () => {
    const { success, result } = await send("ten_csv");
    expectSame("outcome", [success, result.state, result.rows], [true, "sent", 10]);
    const { headers, parts } = await newest();
    expectSame("subject", headers.subject, "Ten: 10 rows of 2026-11-25");
    expectSame("from", headers.from, "Reports <reports@example.com>");
    expectSame("to", mail.messages.at(-1).to, ["anna@example.com", "ben@example.com"]);
    expectSame(
      "body",
      parts[0].content.toString().replaceAll("\r", "").trim(),
      "Good morning,\n\n10 rows as of 2026-11-26T02:30:00+00:00.",
    );
    expectSame("file", parts[1].filename, "ten_csv_2026-11-25_2026-11-26.csv");
    const [header, ...rows] = await readCsv(parts[1].content);
    expectSame("header", header, HEADER);
    const wanted = nations.map((name, index) => [
      String(index),
      String(9007199254740993n + BigInt(index)),
      "12345678901234567890.123450",
      String(0.1 + index),
      GUARDED(name),
      'a "b", \nü€😀 <b>&',
      "",
      "2026-01-31",
      "2026-01-31 06:07:08.500",
      String(index % 2 === 0),
      `[${index},"9007199254740993"]`,
    ]);
    expectSame("rows", rows, wanted);
  });

  await check("10 rows arrive as a workbook that openpyxl reads", async () => {
    expectSame("success", (await send("ten_xlsx")).success, true);
    const { headers, parts } = await newest();
    expectSame("default subject", headers.subject, "Ten, 2026-11-25");
    const [header, ...rows] = await readXlsx(python, parts[1].content);
    expectSame("header", header, HEADER);
    const wanted = nations.map((name, index) => [
      index,
      String(9007199254740993n + BigInt(index)),
      "12345678901234567890.123450",
      0.1 + index,
      `=1+${name}`,
      'a "b", \nü€😀 <b>&',
      null,
      "2026-01-31T00:00:00",
      "2026-01-31T06:07:08.500000",
      index % 2 === 0,
      `[${index},"9007199254740993"]`,
    ]);
    expectSame("rows", rows, wanted);
  });

  await check("10 rows arrive as a table in the mail, escaped", async () => {
    expectSame("success", (await send("ten_table")).success, true);
    const { parts } = await newest();
    expectSame(
      "types",
      parts.map(({ type }) => type),
      ["text/plain", "text/html"],
    );
    const html = parts[1].content.toString();
    expectSame("rows", html.match(/<tr>/g).length, 11);
    expectSame("escaped", html.includes("ü€😀 &#60;b&#62;&#38;") && !html.includes("<b>"), true);
    for (const name of nations) expectSame(name, html.includes(`=1+${name}</td>`), true);
  });

  await check("10,000 rows arrive by mail and in the bucket", async () => {
    const { rows } = await trino.query(
      "select custkey, name, cast(acctbal as decimal(12, 2)), comment from tpch.sf1.customer where custkey <= 10000 order by custkey",
    );
    // Comments of the table begin with signs that a sheet would calculate with; numbers may.
    const guarded = (text) => (/^[=+@-]/.test(text) ? `'${text}` : text);
    const wanted = rows.map(([key, name, balance, comment]) => [
      String(key),
      guarded(name),
      balance,
      guarded(comment),
    ]);
    expectSame("rows of the table", wanted.length, 10_000);
    expectSame("rows", (await send("many_csv")).result.rows, 10_000);
    const { parts } = await newest();
    expectSame("mailed", digestOf((await readCsv(parts[1].content)).slice(1)), digestOf(wanted));
    const stored = await send("many_csv", "bucket");
    expectSame("object", stored.result.object, "odp-test/exports/many_csv_2026-11-25_2026-11-26.csv");
    const file = await bucket.read(stored.result.object);
    expectSame("stored", digestOf((await readCsv(file)).slice(1)), digestOf(wanted));
  });

  await check(
    "a webhook gets the rows of its own region, signed, with the period's days in the report's zone",
    async () => {
      const { success } = await send("regional", "webhook");
      expectSame("success", success, true);
      const { path, headers, text } = webhook.calls.at(-1);
      expectSame("path", path, `/${SECRETS.hookPath}`);
      const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${text}`;
      const mac = createHmac("sha256", SECRETS.hookKey).update(signed).digest("base64");
      expectSame("signature", headers["webhook-signature"], `v1,${mac}`);
      const body = JSON.parse(text);
      expectSame("count", [body.rowCount, body.rows.length], [5, 5]);
      expectSame("first row", body.rows[0], ["ARGENTINA", "2026-11-25", "2026-11-26", 24, "1"]);
    },
  );

  await check("Slack gets its own form", async () => {
    expectSame("success", (await send("regional", "webhook_2")).success, true);
    const body = JSON.parse(webhook.calls.at(-1).text);
    expectSame(
      "blocks",
      body.blocks.map(({ type }) => type),
      ["header", "section", "context"],
    );
    expectSame("text", body.text, "Nations, 2026-11-25");
    expectSame("rows", body.blocks[1].text.text.includes("CHINA | 2026-11-25"), true);
  });

  await check("no rows: sent, skipped or failed, as the report says", async () => {
    const before = mail.messages.length;
    expectSame("sent", [(await send("empty_sent")).result.rows, mail.messages.length], [0, before + 1]);
    expectSame("skipped", (await send("empty_skipped")).result.why, "no rows");
    expectSame("failed", (await send("empty_failed")).result.error.name, "EmptyResult");
    expectSame("mails", mail.messages.length, before + 1);
  });
}

const digestOf = (rows) => createHash("sha256").update(JSON.stringify(rows)).digest("hex");
