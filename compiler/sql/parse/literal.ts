import type { BinaryLiteral, Expression, Interval, StringLiteral } from "../ast/expression.ts";
import type { IntervalField } from "../ast/type.ts";
import type { TokenKind } from "../tokens.ts";
import { reportForeign } from "./foreign.ts";
import {
  advance,
  at,
  eat,
  endOf,
  expected,
  identifierAt,
  kindAt,
  type Parser,
  report,
  startOf,
  textAt,
} from "./parser.ts";
import { decodeUnicode } from "./unicode-string.ts";

export function atString(p: Parser): boolean {
  return at(p, "string") || at(p, "unicode-string");
}

/** A string with its escapes resolved; the empty one, with a report, where none stands. */
export function parseString(p: Parser, what = "a string in single quotes"): StringLiteral {
  const start = startOf(p);
  const index = p.at;
  if (at(p, "unicode-string")) {
    advance(p);
    const body = unquoteString(textAt(p, index).slice(2));
    let mark = "\\";
    if (eat(p, "UESCAPE")) mark = at(p, "string") ? unquoteString(textAt(p, p.at)) : "";
    if (p.at > index + 1) {
      if (mark.length === 1) advance(p);
      else expected(p, "one character in single quotes");
    }
    const decoded = decodeUnicode(body, mark.length === 1 ? mark : "\\");
    if (decoded.mistake !== undefined) {
      const span = { start, end: p.tokens.ends[index] ?? start };
      report(p, { slug: "syntax", span, message: decoded.mistake });
    }
    return { kind: "string", start, end: endOf(p, start), value: decoded.value };
  }
  if (!at(p, "string")) {
    expected(p, what);
    return { kind: "string", start, end: start, value: "" };
  }
  advance(p);
  return { kind: "string", start, end: endOf(p, start), value: unquoteString(textAt(p, index)) };
}

function unquoteString(text: string): string {
  const isClosed = text.length > 1 && text.endsWith("'");
  const body = text.slice(1, isClosed ? -1 : undefined);
  return body.includes("'") ? body.replaceAll("''", "'") : body;
}

export function parseBinaryString(p: Parser): BinaryLiteral {
  const start = startOf(p);
  advance(p);
  const digits = unquoteString(textAt(p, p.at - 1).slice(1))
    .replace(/[ \r\n\t]/g, "")
    .toUpperCase();
  const span = { start, end: endOf(p, start) };
  if (!/^[0-9A-F]*$/.test(digits)) {
    report(p, { slug: "syntax", span, message: "a binary string holds hexadecimal digits only" });
  } else if (digits.length % 2 === 1) {
    report(p, { slug: "syntax", span, message: "a binary string holds an even number of digits" });
  }
  return { kind: "binary-string", ...span, digits };
}

export function parseNumber(p: Parser, form: "integer" | "decimal" | "double"): Expression {
  const start = startOf(p);
  advance(p);
  if (form === "integer") checkInteger(p, start);
  return { kind: "number", start, end: endOf(p, start), form, text: textAt(p, p.at - 1) };
}

const LARGEST_BIGINT = 2n ** 63n - 1n;

/** A literal without a point is an integer or a bigint to Trino, whatever stands around it. */
function checkInteger(p: Parser, start: number): void {
  const end = endOf(p, start);
  if (end - start < 16) return;
  const value = BigInt(p.tokens.text.slice(start, end).replaceAll("_", ""));
  const isNegative = p.kinds[p.at - 2] === "-";
  if (value <= LARGEST_BIGINT + (isNegative ? 1n : 0n)) return;
  const message = "this number is too large for a bigint";
  report(p, { slug: "syntax", span: { start, end }, message, help: "write it as `decimal '…'`" });
}

/** Whether the next tokens are an interval and not a name: `interval '1' day`, `interval - '1' day`. */
export function atInterval(p: Parser): boolean {
  if (!at(p, "INTERVAL")) return false;
  const next = kindAt(p, 1);
  const value = next === "+" || next === "-" ? kindAt(p, 2) : next;
  return value === "string" || value === "unicode-string" || next === "integer";
}

export function parseInterval(p: Parser): Interval {
  const start = startOf(p);
  const first = p.at;
  advance(p);
  const sign = eat(p, "+") ? "+" : eat(p, "-") ? "-" : undefined;
  let value: string;
  if (at(p, "integer")) {
    value = textAt(p, p.at);
    reportForeign(p, p.at, "the value of an interval is a string", `write \`'${value}'\``);
    advance(p);
  } else {
    value = parseString(p).value;
  }
  const [from, to] = parseIntervalFields(p, first, value);
  return { kind: "interval", start, end: endOf(p, start), sign, value, from, to };
}

const FIELDS: ReadonlyMap<TokenKind, IntervalField> = new Map([
  ["YEAR", "year"],
  ["MONTH", "month"],
  ["DAY", "day"],
  ["HOUR", "hour"],
  ["MINUTE", "minute"],
  ["SECOND", "second"],
]);

export function intervalFieldAt(p: Parser, ahead = 0): IntervalField | undefined {
  return FIELDS.get(kindAt(p, ahead));
}

/** `from [TO to]`. */
export function parseIntervalFields(
  p: Parser,
  first: number,
  value: string,
): readonly [IntervalField, IntervalField | undefined] {
  const from = intervalFieldAt(p) ?? "day";
  if (intervalFieldAt(p) === undefined) {
    // `interval '7 days'`, `interval '7' days` and `interval '1' week` of other dialects.
    const parts = /^\s*(\d+)\s*(year|month|day|hour|minute|second)s?\s*$/i.exec(value);
    const unit = /^(year|month|day|hour|minute|second|week)s$|^week$/.exec(identifierAt(p, p.at).name)?.[0];
    if (parts !== null) {
      reportForeign(
        p,
        first + 1,
        "an interval has its unit behind the string",
        `write \`interval '${parts[1]}' ${parts[2]}\``,
      );
      return [FIELDS.get(toKind(parts[2] ?? "")) ?? "day", undefined];
    }
    if (unit !== undefined && at(p, "identifier")) {
      const help = unit.startsWith("week")
        ? `write the days: \`interval '${Number(value) * 7}' day\``
        : `write \`${unit.slice(0, -1)}\``;
      reportForeign(p, p.at, `\`${unit}\` is no unit of an interval`, help);
      advance(p);
      return [FIELDS.get(toKind(unit.slice(0, -1))) ?? "day", undefined];
    }
    expected(p, "`year`, `month`, `day`, `hour`, `minute` or `second`");
    return [from, undefined];
  }
  advance(p);
  if (!at(p, "TO") || intervalFieldAt(p, 1) === undefined) return [from, undefined];
  advance(p, 2);
  return [from, FIELDS.get(p.kinds[p.at - 1] ?? "end")];
}

function toKind(unit: string): TokenKind {
  for (const [kind, field] of FIELDS) if (field === unit.toLowerCase()) return kind;
  return "DAY";
}
