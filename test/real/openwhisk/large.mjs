// A million rows: by link, whole, in bounded memory.
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { expectSame } from "../lib/context.mjs";
import { readMail, unzipped } from "./read.mjs";

/** Limit of the action in megabytes, as the manifest sets it. */
const MEMORY = 256;

export async function largeChecks(check, world) {
  const { mail, bucket, trino, send, containers } = world;
  const line =
    "concat_ws(',', cast(orderkey as varchar), cast(custkey as varchar), orderstatus, cast(cast(totalprice as decimal(12, 2)) as varchar), cast(orderdate as varchar), clerk)";
  const wanted = (
    await trino.query(
      `select count(*), sum(crc32(to_utf8(${line}))) from tpch.sf1.orders where orderkey <= 4000000`,
    )
  ).rows[0];

  let file;
  await check("1,000,000 rows arrive whole by a link to a gzipped file", async () => {
    const { success, result } = await send("million_csv");
    expectSame("outcome", [success, result.rows ?? result], [true, 1_000_000]);
    const { parts } = await readMail(mail.messages.at(-1));
    expectSame(
      "link",
      parts[0].content
        .toString()
        .includes(`https://storage.cloud.google.com/${bucket.name}/${result.object}`),
      true,
    );
    expectSame("no attachment", parts.length, 1);
    const stored = await bucket.read(result.object);
    expectSame("bytes", stored.length, result.bytes);
    file = unzipped(stored);
    expectSame("count and checksum", await checksum(file), wanted);
  });

  await check("1,000,000 rows arrive as a workbook in the bucket", async () => {
    const { success, result } = await send("million_xlsx", "bucket");
    expectSame("outcome", [success, result.rows ?? result], [true, 1_000_000]);
  });

  if (world.hasContainers)
    await check(`both took less memory than the ${MEMORY} MB of the action`, () => {
      const peak = Math.max(...containers().map(({ peakMegabytes }) => peakMegabytes()));
      process.stdout.write(`  openwhisk: peak of the container's memory: ${peak.toFixed(0)} MB\n`);
      expectSame("below the limit", peak < MEMORY, true);
    });

  await check("one row above the limit of rows is an error, and no file is left", async () => {
    const { result } = await send("too_many", "bucket");
    expectSame("error", result.error.name, "TooManyRows");
    expectSame("file", (await bucket.list("odp-test/exports/too_many")).length, 0);
  });
}

/** Rows after the header, and the sum of their checksums as Trino makes it. */
async function checksum(file) {
  let [count, sum] = [-1, 0];
  for await (const text of createInterface({ input: Readable.from([file]) })) {
    if (count >= 0) sum += crc32(text);
    count += 1;
  }
  return [count, sum];
}
