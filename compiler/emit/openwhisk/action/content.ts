import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { DeliveryFile, DeliveryRequest, ReportFile } from "../../../plan/openwhisk.ts";
import { uploadObject } from "./bucket.ts";
import { BYTE_ORDER_MARK, csv } from "./csv.ts";
import type { Storage } from "./google.ts";
import { html } from "./html.ts";
import { jsonLines, plainText } from "./lines.ts";
import type { Table } from "./table.ts";
import { xlsx } from "./xlsx.ts";

/** The rows in their form: in memory while they are few, else an object of the bucket. */
export type Content = { readonly name: string; readonly contentType: string; readonly bytes: number } & (
  | { readonly kind: "held"; readonly data: Buffer }
  | { readonly kind: "stored"; readonly object: string; readonly link: string }
);

interface Form {
  readonly extension: string;
  readonly contentType: string;
  readonly encode: (table: Table) => AsyncIterable<Uint8Array>;
  /** Bytes up to which the rows are held. */
  readonly limit: number;
}

const MEGABYTE = 1_000_000;
/** Gmail cuts a mail of more than 102 kB. */
const INLINE = 100_000;
/** Slack takes 3,000 characters a block. */
const BLOCK = 2800;

function formOf(report: ReportFile, delivery: DeliveryFile): Form {
  const limit = report.sizeLimitMegabytes * MEGABYTE;
  if (delivery.kind === "webhook" && delivery.form === "json")
    return { extension: "jsonl", contentType: "application/jsonl", encode: jsonLines, limit };
  if (report.attach === "table") return tableForm(delivery);
  const isAttached = delivery.kind === "email";
  const file =
    report.attach === "xlsx"
      ? { extension: "xlsx", contentType: SHEET, encode: xlsx }
      : {
          extension: "csv",
          contentType: "text/csv; charset=utf-8",
          encode: (table: Table) => csv(table, isAttached ? BYTE_ORDER_MARK : ""),
        };
  return { ...file, limit: isAttached ? limit : -1 };
}

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function tableForm({ kind }: DeliveryFile): Form {
  if (kind === "webhook")
    return { extension: "txt", contentType: "text/plain; charset=utf-8", encode: plainText, limit: BLOCK };
  const limit = kind === "email" ? INLINE : -1;
  return { extension: "html", contentType: "text/html; charset=utf-8", encode: html, limit };
}

/** Reads the whole table into its form. What outgrows the limit goes on into the bucket, gzipped, as it comes. */
export async function contentOf(
  table: Table,
  report: ReportFile,
  delivery: DeliveryFile,
  request: DeliveryRequest,
  storage: Storage,
): Promise<Content> {
  const form = formOf(report, delivery);
  const name = `${report.report}_${day(request.periodStart)}_${day(request.periodEnd)}.${form.extension}`;
  const chunks = form.encode(table)[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let bytes = 0;
  while (bytes <= form.limit) {
    const next = await chunks.next();
    if (next.done === true) {
      const data = Buffer.concat(held);
      return { kind: "held", name, contentType: form.contentType, bytes, data };
    }
    held.push(next.value);
    bytes += next.value.length;
  }
  const rest = concatenated(held, { [Symbol.asyncIterator]: () => chunks });
  const isPlain = delivery.kind === "bucket" || form.extension === "xlsx";
  const stored = isPlain
    ? { name, contentType: form.contentType, chunks: rest }
    : { name: `${name}.gz`, contentType: "application/gzip", chunks: gzipped(rest) };
  const path = delivery.kind === "bucket" ? delivery.path : `odp/reports/${report.project}/${report.report}`;
  const object = `${storage.folder}${path}/${stored.name}`;
  return {
    kind: "stored",
    name: stored.name,
    contentType: stored.contentType,
    object,
    link: linkOf(storage, object),
    bytes: await uploadObject(storage, object, stored.contentType, stored.chunks),
  };
}

/** A time as a part of a file's name: the day, and hour and minute where it is not midnight. */
function day(iso: string): string {
  const time = iso.slice(11, 16);
  return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time.replace(":", "")}`;
}

/** For people who may read the bucket: Google asks them to log in. */
function linkOf({ bucket }: Storage, object: string): string {
  return `https://storage.cloud.google.com/${bucket}/${object.split("/").map(encodeURIComponent).join("/")}`;
}

async function* concatenated(
  first: readonly Uint8Array[],
  then: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* then;
}

function gzipped(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  const gzip = createGzip();
  source.on("error", (error) => gzip.destroy(error));
  return source.pipe(gzip);
}
