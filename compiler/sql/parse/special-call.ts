import { suggest } from "../../text/suggest.ts";
import type {
  Current,
  CurrentValue,
  Expression,
  Listagg,
  ListaggOverflow,
  Normalize,
} from "../ast/expression.ts";
import type { Identifier, QualifiedName } from "../ast/node.ts";
import type { TokenKind } from "../tokens.ts";
import { parseFilter, parseQuantifier } from "./call.ts";
import { reportForeign } from "./foreign.ts";
import { atString, parseString } from "./literal.ts";
import {
  advance,
  at,
  atSequence,
  eat,
  endOf,
  expect,
  expected,
  kindAt,
  type Parser,
  parseIdentifier,
  parseQualifiedName,
  report,
  startOf,
  textAt,
} from "./parser.ts";
import { close, open, parseBracketed } from "./recover.ts";
import { parseOrderBy } from "./window.ts";

/*
 * Calls whose arguments have words between them. `POSITION` and `SUBSTRING` are also ordinary functions: they
 * are special only when their word stands inside the parentheses.
 */

type SpecialParser = (p: Parser, start: number) => Expression;

const SPECIAL_CALLS: ReadonlyMap<TokenKind, SpecialParser> = new Map<TokenKind, SpecialParser>([
  ["EXTRACT", parseExtract],
  ["TRIM", parseTrim],
  ["SUBSTRING", parseSubstring],
  ["POSITION", parsePosition],
  ["NORMALIZE", parseNormalize],
  ["GROUPING", parseGrouping],
  ["LISTAGG", parseListagg],
  ...(
    [
      ["CURRENT_DATE", "current_date"],
      ["CURRENT_TIME", "current_time"],
      ["CURRENT_TIMESTAMP", "current_timestamp"],
      ["LOCALTIME", "localtime"],
      ["LOCALTIMESTAMP", "localtimestamp"],
      ["CURRENT_USER", "current_user"],
      ["CURRENT_CATALOG", "current_catalog"],
      ["CURRENT_SCHEMA", "current_schema"],
      ["CURRENT_PATH", "current_path"],
    ] as const
  ).map(([kind, value]) => [kind, (p: Parser, start: number) => parseCurrent(p, start, value)] as const),
]);

export function atSpecialCall(p: Parser): boolean {
  const kind = kindAt(p);
  if (kind === "POSITION") return kindAt(p, 1) === "(" && hasInside(p, "IN");
  if (kind === "SUBSTRING") return kindAt(p, 1) === "(" && hasInside(p, "FROM");
  return SPECIAL_CALLS.has(kind);
}

export function parseSpecialCall(p: Parser): Expression {
  const start = startOf(p);
  const parse = SPECIAL_CALLS.get(kindAt(p));
  advance(p);
  if (parse !== undefined) return parse(p, start);
  return { kind: "missing", start, end: start };
}

/** Whether the parenthesis behind the next token has the word at its own level. */
function hasInside(p: Parser, kind: TokenKind): boolean {
  const closer = p.brackets.closers[p.at + 1] ?? -1;
  for (let index = p.at + 2; index < closer; index++) {
    if (p.kinds[index] === kind) return true;
    const inner = p.brackets.closers[index] ?? -1;
    if (inner > index) index = inner;
  }
  return false;
}

function parseCurrent(p: Parser, start: number, value: CurrentValue): Current {
  let precision: string | undefined;
  const takesPrecision = value !== "current_date" && (value.endsWith("time") || value.endsWith("timestamp"));
  if (takesPrecision && at(p, "(")) {
    const opener = open(p);
    if (at(p, "integer")) {
      precision = textAt(p, p.at);
      advance(p);
    } else {
      expected(p, "a number of digits");
    }
    close(p, opener);
  }
  return { kind: "current", start, end: endOf(p, start), value, precision };
}

function parseExtract(p: Parser, start: number): Expression {
  const opener = open(p);
  const field = parseIdentifier(p, "a field such as `year`");
  checkField(p, field);
  expect(p, "FROM");
  const operand = p.rules.value(p);
  close(p, opener);
  return { kind: "extract", start, end: endOf(p, start), field, operand };
}

/** Source: Trino's documentation, "Date and time functions and operators", `extract`. */
const EXTRACT_FIELDS = new Set(
  (
    "year quarter month week day day_of_month day_of_week dow day_of_year doy year_of_week yow hour minute second " +
    "timezone_hour timezone_minute"
  ).split(" "),
);

function checkField(p: Parser, { name, start, end }: Identifier): void {
  if (name === "" || EXTRACT_FIELDS.has(name.toLowerCase())) return;
  const near = suggest(name, EXTRACT_FIELDS);
  const epoch = name === "epoch" ? "write `to_unixtime(…)`" : undefined;
  const help = epoch ?? (near === undefined ? undefined : `did you mean \`${near}\`?`);
  const problem = {
    slug: "syntax",
    span: { start, end },
    message: `\`extract\` has no field \`${name}\``,
  } as const;
  report(p, help === undefined ? problem : { ...problem, help });
}

function parseTrim(p: Parser, start: number): Expression {
  const opener = open(p);
  const side = trimSide(p);
  if (side !== undefined) advance(p);
  let characters: Expression | undefined;
  let operand: Expression;
  if (at(p, "FROM")) {
    if (side === undefined) reportForeign(p, p.at, "`trim` has nothing before `from`", "write `trim(text)`");
    advance(p);
    operand = p.rules.value(p);
  } else {
    operand = p.rules.value(p);
    if (eat(p, "FROM")) {
      characters = operand;
      operand = p.rules.value(p);
    } else if (side !== undefined) {
      expected(p, "`from`");
    } else if (eat(p, ",")) {
      characters = p.rules.value(p);
    }
  }
  close(p, opener);
  return { kind: "trim", start, end: endOf(p, start), side, characters, operand };
}

/** The sides are free words: `trim(both)` trims a column. */
function trimSide(p: Parser): "leading" | "trailing" | "both" | undefined {
  const next = kindAt(p, 1);
  if (next === ")" || next === "," || next === "." || next === "(" || next === "||") return undefined;
  if (at(p, "LEADING")) return "leading";
  if (at(p, "TRAILING")) return "trailing";
  return at(p, "BOTH") ? "both" : undefined;
}

function parseSubstring(p: Parser, start: number): Expression {
  const opener = open(p);
  const operand = p.rules.value(p);
  expect(p, "FROM");
  const from = p.rules.value(p);
  const length = eat(p, "FOR") ? p.rules.value(p) : undefined;
  close(p, opener);
  return { kind: "substring", start, end: endOf(p, start), operand, from, length };
}

function parsePosition(p: Parser, start: number): Expression {
  const opener = open(p);
  const needle = p.rules.value(p);
  expect(p, "IN");
  const operand = p.rules.value(p);
  close(p, opener);
  return { kind: "position", start, end: endOf(p, start), needle, operand };
}

const NORMAL_FORMS: ReadonlyMap<TokenKind, Normalize["form"]> = new Map([
  ["NFC", "nfc"],
  ["NFD", "nfd"],
  ["NFKC", "nfkc"],
  ["NFKD", "nfkd"],
]);

function parseNormalize(p: Parser, start: number): Expression {
  const opener = open(p);
  const operand = p.rules.value(p);
  let form: Normalize["form"];
  if (eat(p, ",")) {
    form = NORMAL_FORMS.get(kindAt(p));
    if (form === undefined) expected(p, "`nfc`, `nfd`, `nfkc` or `nfkd`");
    else advance(p);
  }
  close(p, opener);
  return { kind: "normalize", start, end: endOf(p, start), operand, form };
}

function parseGrouping(p: Parser, start: number): Expression {
  const opener = open(p);
  let columns: readonly QualifiedName[] = [];
  if (!eat(p, ")")) columns = opener < 0 ? [] : parseBracketed(p, opener, parseQualifiedName);
  return { kind: "grouping", start, end: endOf(p, start), columns };
}

function parseListagg(p: Parser, start: number): Listagg {
  const opener = open(p);
  const quantifier = parseQuantifier(p);
  const operand = p.rules.expression(p);
  const separator = eat(p, ",") ? parseString(p).value : undefined;
  const overflow = parseOverflow(p);
  close(p, opener);
  expect(p, "WITHIN", "GROUP");
  const group = open(p);
  if (!at(p, "ORDER")) expected(p, "`order by`");
  const orderBy = parseOrderBy(p);
  close(p, group);
  const filter = parseFilter(p);
  return {
    kind: "listagg",
    start,
    end: endOf(p, start),
    quantifier,
    operand,
    separator,
    overflow,
    orderBy,
    filter,
  };
}

function parseOverflow(p: Parser): ListaggOverflow | undefined {
  const start = startOf(p);
  if (!atSequence(p, "ON", "OVERFLOW")) return undefined;
  advance(p, 2);
  if (eat(p, "ERROR")) {
    return {
      kind: "listagg-overflow",
      start,
      end: endOf(p, start),
      behavior: "error",
      filler: undefined,
      hasCount: false,
    };
  }
  if (!eat(p, "TRUNCATE")) expected(p, "`error` or `truncate`");
  const filler = atString(p) ? parseString(p).value : undefined;
  const hasCount = at(p, "WITH");
  if (!eat(p, "WITH") && !eat(p, "WITHOUT")) expected(p, "`with count` or `without count`");
  expect(p, "COUNT");
  return { kind: "listagg-overflow", start, end: endOf(p, start), behavior: "truncate", filler, hasCount };
}
