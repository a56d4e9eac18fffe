import { codeFrame } from "./code-frame.ts";
import type { LocatedDiagnostic } from "./located.ts";
import type { Place } from "./mark.ts";

export interface TerminalOptions {
  /** Text of a file, for the lines shown. */
  readonly text: (file: string) => string | undefined;
  readonly colour: boolean;
}

/** A line with a password is not repeated where logs are kept, by no diagnostic. */
const SECRET = "plain-secret";

const lineKey = (place: Place | undefined): string =>
  place === undefined ? "" : `${place.file}:${place.line}`;

type Paint = (text: string) => string;

interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly help: Paint;
  readonly faint: Paint;
  readonly bold: Paint;
}

/** So many of one code are shown with their lines of source; the others, which look alike, take one line each. */
const SHOWN_WHOLE = 5;

/** Diagnostics for people, with an empty line between two. Ends with a line end, unless there are none. */
export function renderTerminal(diagnostics: readonly LocatedDiagnostic[], options: TerminalOptions): string {
  const palette = options.colour ? COLOURS : PLAIN;
  const secrets = new Set(
    diagnostics.filter((each) => each.slug === SECRET).map((each) => lineKey(each.place)),
  );
  const text = (place: Place) => (secrets.has(lineKey(place)) ? undefined : options.text(place.file));
  const seen = new Map<string, number>();
  const blocks = diagnostics.map((diagnostic) => {
    const before = seen.get(diagnostic.code) ?? 0;
    seen.set(diagnostic.code, before + 1);
    return before < SHOWN_WHOLE
      ? `\n${renderOne(diagnostic, text, palette)}`
      : renderBriefly(diagnostic, palette);
  });
  return blocks.join("").replace(/^\n/, "");
}

function renderBriefly(diagnostic: LocatedDiagnostic, palette: Palette): string {
  const { place, severity, code, slug, message } = diagnostic;
  const at = place === undefined ? "" : `  ${where(place)}`;
  return `${palette[severity](`${severity}[${code}]`)} ${slug}${at}  ${message.split("\n")[0] ?? ""}\n`;
}

function renderOne(
  diagnostic: LocatedDiagnostic,
  textAt: (place: Place) => string | undefined,
  palette: Palette,
): string {
  const { place } = diagnostic;
  const mark = palette[diagnostic.severity];
  const lines = [
    `${mark(`${diagnostic.severity}[${diagnostic.code}]`)} ${palette.bold(diagnostic.slug)}${place === undefined ? "" : `  ${where(place)}`}`,
    ...indented(diagnostic.message),
  ];
  const text = place === undefined || isWholeFile(place) ? undefined : textAt(place);
  if (place !== undefined && text !== undefined)
    for (const line of codeFrame(text, place))
      lines.push(
        `  ${palette.faint(line.margin)}${line.kind === "carets" ? mark(line.text) : line.text}`.trimEnd(),
      );
  for (const related of diagnostic.related)
    lines.push(
      `  ${related.place === undefined ? "" : `${palette.faint(where(related.place))}  `}${related.message}`,
    );
  if (diagnostic.help !== undefined) lines.push(...indented(`${palette.help("help:")} ${diagnostic.help}`));
  return `${lines.join("\n")}\n`;
}

function where(place: Place): string {
  return isWholeFile(place) ? place.file : `${place.file}:${place.line}:${place.column}`;
}

/** A place without extent at a file's beginning means the file. */
function isWholeFile({ line, column, endLine, endColumn }: Place): boolean {
  return line === 1 && column === 1 && endLine === 1 && endColumn === 1;
}

function indented(text: string): readonly string[] {
  return text.split("\n").map((line) => `  ${line}`);
}

const paint =
  (code: string): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[0m`;
const same: Paint = (text) => text;

const COLOURS: Palette = {
  error: paint("1;31"),
  warning: paint("1;33"),
  help: paint("1;32"),
  faint: paint("2"),
  bold: paint("1"),
};
const PLAIN: Palette = { error: same, warning: same, help: same, faint: same, bold: same };
