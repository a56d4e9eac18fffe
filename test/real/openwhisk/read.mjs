// What was delivered, read by other means than those that wrote it.

import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { mustRun } from "../lib/command.mjs";

const PYTHON = process.env.ODP_PYTHON ?? "python3.11";
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Headers and parts of a mail, by Python's parser. */
export async function readMail({ raw }) {
  const read = JSON.parse(await mustRun(PYTHON, [script("read_mail.py")], { input: raw }));
  return {
    headers: read.headers,
    parts: read.parts.map((part) => ({ ...part, content: Buffer.from(part.content, "base64") })),
  };
}

/** Cells of CSV, by Python's parser. */
export async function readCsv(bytes) {
  return JSON.parse(await mustRun(PYTHON, [script("read_csv.py")], { input: bytes }));
}

/** Cells of a workbook, by openpyxl. */
export async function readXlsx(python, bytes) {
  return JSON.parse(await mustRun(python, [script("read_xlsx.py")], { input: bytes }));
}

export const unzipped = (bytes) => gunzipSync(bytes);
