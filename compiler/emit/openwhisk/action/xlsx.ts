import { Failure } from "./failure.ts";
import { strToU8, Zip, ZipDeflate } from "./libraries.ts";
import { type Row, type Table, type ValueKind, valueKind, valueText } from "./table.ts";

/**
 * A workbook with one sheet, written as the rows come. Texts stand in their cells, so that no table of texts is held.
 * Format: ECMA-376 part 1, SpreadsheetML.
 */
export async function* xlsx(table: Table): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const file = (name: string, text?: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = MODIFIED;
    zip.add(entry);
    if (text !== undefined) entry.push(strToU8(text), true);
    return entry;
  };
  for (const [name, text] of Object.entries(PARTS)) file(name, text);
  const kinds = table.columns.map(valueKind);
  const sheet = file("xl/worksheets/sheet1.xml");
  sheet.push(strToU8(`${SHEET}${rowXml(table.columns.map(({ name }) => textCell(name, BOLD)))}`));
  for await (const rows of table.batches) {
    sheet.push(strToU8(rows.map((row) => rowXml(cells(row, kinds))).join("")));
    yield* chunks.splice(0);
  }
  sheet.push(strToU8("</sheetData></worksheet>"), true);
  zip.end();
  yield* chunks.splice(0);
}

/** The beginning of the calendar of a zip: the same rows give the same bytes. */
const MODIFIED = new Date(1980, 0, 1);

// Indices into the cell formats of the style sheet.
const BOLD = 1;
const DATE = 2;
const TIME = 3;

const rowXml = (made: readonly string[]): string => `<row>${made.join("")}</row>`;

function cells(row: Row, kinds: readonly ValueKind[]): readonly string[] {
  return row.map((value, index) => cell(value, kinds[index] ?? "text"));
}

function cell(value: unknown, kind: ValueKind): string {
  if (value === null || value === undefined) return "<c/>";
  const text = valueText(value);
  if (kind === "number" && isExact(text)) return `<c><v>${text}</v></c>`;
  if (kind === "boolean") return `<c t="b"><v>${value === true ? 1 : 0}</v></c>`;
  const day = kind === "date" || kind === "timestamp" ? serialDay(text) : undefined;
  if (day !== undefined) return `<c s="${kind === "date" ? DATE : TIME}"><v>${day}</v></c>`;
  return textCell(text);
}

/** Whether a number survives a sheet, which keeps 15 digits: one that does not is written as text. */
function isExact(text: string): boolean {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return false;
  return /[eE]/.test(text) || text.replace(/[-.]/g, "").replace(/^0+/, "").length <= 15;
}

const DAY = 86_400_000;

/** Days since the turn of 1899, as a sheet counts; undefined for what it cannot hold. */
function serialDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})0*)?)?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Number((match[7] ?? "").padEnd(3, "0"));
  const moment = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const serial = (moment - Date.UTC(1899, 11, 30)) / DAY;
  // Before March 1900 sheets count a day that was not.
  return serial >= 61 ? serial : undefined;
}

const LONGEST_TEXT = 32_767;

function textCell(text: string, style = 0): string {
  if (text.length > LONGEST_TEXT)
    throw new Failure(
      "CellTooLong",
      `a text has ${text.length} characters, a cell of a sheet holds ${LONGEST_TEXT}`,
    );
  return `<c${style === 0 ? "" : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What XML 1.0 cannot hold at all is written as the replacement character; so are lone surrogates, by the encoder. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject here
      .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd")
      // A reader of XML makes a line feed of it.
      .replaceAll("\r", "&#13;")
  );
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const SHEET = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
