import { type Table, valueText } from "./table.ts";

/** A JSON array a row, a row a line. */
export async function* jsonLines(table: Table): AsyncGenerator<Uint8Array> {
  for await (const rows of table.batches)
    yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** Columns divided by ` | `, for people who read a message; a value takes one line. */
export async function* plainText(table: Table): AsyncGenerator<Uint8Array> {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => cell.replace(/\s+/g, " ")).join(" | ")}\n`;
  yield Buffer.from(line(table.columns.map(({ name }) => name)));
  for await (const rows of table.batches)
    yield Buffer.from(rows.map((row) => line(row.map(valueText))).join(""));
}
