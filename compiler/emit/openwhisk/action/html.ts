import { type Table, valueKind, valueText } from "./table.ts";

/** A table for the body of a mail: mail programs know inline styles only. */
export async function* html(table: Table): AsyncGenerator<Uint8Array> {
  const styles = table.columns.map((column) =>
    valueKind(column) === "number" ? `${CELL};text-align:right` : CELL,
  );
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text, index) => `<${tag} style="${styles[index] ?? CELL}">${escapeHtml(text)}</${tag}>`).join("")}</tr>\n`;
  const names = table.columns.map(({ name }) => name);
  yield Buffer.from(`<table style="border-collapse:collapse;font:13px sans-serif">\n${cells("th", names)}`);
  for await (const rows of table.batches)
    yield Buffer.from(rows.map((row) => cells("td", row.map(valueText))).join(""));
  yield Buffer.from("</table>\n");
}

const CELL = "border:1px solid #ccc;padding:3px 8px;text-align:left";

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
