import { type Row, type Table, type ValueKind, valueKind, valueText } from "./table.ts";

/** Without it Excel takes UTF-8 for something else. */
export const BYTE_ORDER_MARK = "\ufeff";

/** CSV of RFC 4180: commas, CRLF, quotes where they are needed, empty for null. `start` comes before the header. */
export async function* csv(table: Table, start = ""): AsyncGenerator<Uint8Array> {
  const kinds = table.columns.map(valueKind);
  yield Buffer.from(`${start}${line(table.columns.map(({ name }) => textCell(name)))}`);
  for await (const rows of table.batches) yield Buffer.from(rows.map((row) => rowLine(row, kinds)).join(""));
}

const line = (cells: readonly string[]): string => `${cells.join(",")}\r\n`;

function rowLine(row: Row, kinds: readonly ValueKind[]): string {
  return line(
    row.map((value, index) => (kinds[index] === "text" ? textCell(valueText(value)) : valueText(value))),
  );
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe before it, which it does not show. Source of the
 * list: OWASP, CSV Injection.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
