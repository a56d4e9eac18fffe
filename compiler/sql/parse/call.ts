import type { Call, CallStar, Expression } from "../ast/expression.ts";
import type { QualifiedName } from "../ast/node.ts";
import { isName, type TokenKind } from "../tokens.ts";
import { reportForeign } from "./foreign.ts";
import {
  advance,
  at,
  atName,
  atSequence,
  eat,
  eatSequence,
  endOf,
  expect,
  expected,
  identifierAt,
  kindAt,
  type Parser,
  parseQualifiedName,
  report,
  startOf,
} from "./parser.ts";
import { close, open, parseList } from "./recover.ts";
import { atOver, parseOrderBy, parseOver } from "./window.ts";

/** Whether a chain of names with `(` behind it stands here, perhaps after `RUNNING` or `FINAL`. */
export function atCall(p: Parser): boolean {
  return isCallAt(p, p.at) || (atMode(p) && isCallAt(p, p.at + 1));
}

function atMode(p: Parser): boolean {
  return (at(p, "RUNNING") || at(p, "FINAL")) && isName(kindAt(p, 1));
}

function isCallAt(p: Parser, index: number): boolean {
  let next = index;
  if (!isName(p.kinds[next] ?? "end")) return false;
  while (p.kinds[next + 1] === "." && isName(p.kinds[next + 2] ?? "end")) next += 2;
  return p.kinds[next + 1] === "(";
}

export function parseCall(p: Parser): Call {
  const start = startOf(p);
  let mode: Call["mode"];
  if (atMode(p) && !isCallAt(p, p.at)) {
    mode = at(p, "FINAL") ? "final" : "running";
    advance(p);
  }
  const name = parseQualifiedName(p);
  const opener = open(p);
  const star = parseStar(p);
  const quantifier = star === undefined ? parseQuantifier(p) : undefined;
  const isEmpty = star !== undefined || (quantifier === undefined && (at(p, ")") || at(p, "ORDER")));
  const args = isEmpty ? [] : parseList(p, parseArgument, atArgumentsEnd, "`)`");
  const orderBy = star === undefined ? parseOrderBy(p) : [];
  close(p, opener);
  checkDateTrunc(p, name, args);
  skipWithinGroup(p);
  const filter = parseFilter(p);
  const nulls = star === undefined ? parseNullTreatment(p) : undefined;
  const over = atOver(p) ? parseOver(p) : undefined;
  if (nulls !== undefined && over === undefined) expected(p, "`over`");
  const call: Call = {
    kind: "call",
    start,
    end: endOf(p, start),
    mode,
    name,
    quantifier,
    arguments: args,
    star,
    orderBy,
    filter,
    nulls,
    over,
  };
  checkBuiltin(p, call);
  return call;
}

function atArgumentsEnd(p: Parser): boolean {
  return at(p, ")") || at(p, "ORDER");
}

function parseArgument(p: Parser): Expression {
  const name = atName(p) && kindAt(p, 1) === "=>" ? p.at : -1;
  if (name >= 0) {
    reportForeign(
      p,
      name,
      "the arguments of a function have no names",
      "names are for `table(…)` functions",
      name + 1,
    );
    advance(p, 2);
  }
  return p.rules.expression(p);
}

function parseStar(p: Parser): CallStar | undefined {
  const start = startOf(p);
  if (atSequence(p, "*", ")")) {
    advance(p);
    return { kind: "call-star", start, end: endOf(p, start), label: undefined };
  }
  if (!atName(p) || kindAt(p, 1) !== "." || kindAt(p, 2) !== "*") return undefined;
  const label = identifierAt(p, p.at);
  advance(p, 3);
  return { kind: "call-star", start, end: endOf(p, start), label };
}

/** `ALL` is a free word: in `f(all)` and `f(all + 1)` it is a column. */
const NOT_BEHIND_ALL = new Set<TokenKind>([
  "FROM",
  ")",
  ",",
  ".",
  "[",
  "+",
  "-",
  "*",
  "/",
  "%",
  "||",
  "=",
  "<>",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
]);

export function parseQuantifier(p: Parser): "distinct" | "all" | undefined {
  if (eat(p, "DISTINCT")) return "distinct";
  if (!at(p, "ALL") || NOT_BEHIND_ALL.has(kindAt(p, 1)) || kindAt(p, 1) === "end") return undefined;
  advance(p);
  return "all";
}

export function parseFilter(p: Parser): Expression | undefined {
  if (!atSequence(p, "FILTER", "(")) return undefined;
  advance(p, 2);
  const opener = p.at - 1;
  expect(p, "WHERE");
  const condition = p.rules.expression(p);
  close(p, opener);
  return condition;
}

function parseNullTreatment(p: Parser): Call["nulls"] {
  if (eatSequence(p, "IGNORE", "NULLS")) return "ignore";
  return eatSequence(p, "RESPECT", "NULLS") ? "respect" : undefined;
}

/** Ordered-set aggregates of other dialects. */
function skipWithinGroup(p: Parser): void {
  if (!atSequence(p, "WITHIN", "GROUP", "(")) return;
  const help = "for percentiles write `approx_percentile(value, 0.5)`";
  reportForeign(p, p.at, "only `listagg` has `within group`", help, p.at + 1);
  advance(p, 3);
  const opener = p.at - 1;
  parseOrderBy(p);
  close(p, opener);
}

/**
 * Functions that are expressions to Trino's parser: how many arguments they take. They take nothing else.
 * Source: `AstBuilder.visitFunctionCall`.
 */
const BUILTINS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["if", [2, 3]],
  ["nullif", [2, 2]],
  ["coalesce", [2, Number.POSITIVE_INFINITY]],
  ["try", [1, 1]],
  ["format", [2, Number.POSITIVE_INFINITY]],
]);

function checkBuiltin(p: Parser, call: Call): void {
  const [only] = call.name.parts;
  const range = call.name.parts.length === 1 ? BUILTINS.get(only?.name.toLowerCase() ?? "") : undefined;
  if (range === undefined || only === undefined) return;
  const span = { start: only.start, end: only.end };
  const count = call.arguments.length;
  const [least, most] = range;
  if (count < least || count > most) {
    const wanted =
      least === most
        ? `${least}`
        : most === Number.POSITIVE_INFINITY
          ? `at least ${least}`
          : `${least} or ${most}`;
    const message = `\`${only.name}\` takes ${wanted} ${wanted === "1" ? "argument" : "arguments"}, not ${count}`;
    report(p, { slug: "syntax", span, message });
  }
  const isAggregate = call.quantifier === "distinct" || call.filter !== undefined || call.over !== undefined;
  if (isAggregate || call.mode !== undefined) {
    report(p, { slug: "syntax", span, message: `\`${only.name}\` is no aggregate and no window function` });
  }
}

/** `date_trunc(created_at, 'month')`: other systems take the unit second. */
function checkDateTrunc(p: Parser, name: QualifiedName, args: readonly Expression[]): void {
  const [first, second] = args;
  if (name.parts.length !== 1 || name.parts[0]?.name !== "date_trunc") return;
  if (first === undefined || second?.kind !== "string" || first.kind === "string") return;
  if (p.isPanicking) return;
  p.problems.push({
    slug: "foreign-syntax",
    span: { start: second.start, end: second.end },
    message: "`date_trunc` takes the unit first",
    help: `write \`date_trunc('${second.value}', …)\``,
  });
}
