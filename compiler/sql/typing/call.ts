import { suggest } from "../../text/suggest.ts";
import type { Call, Expression } from "../ast/expression.ts";
import type { Argument } from "../functions/bind.ts";
import { type Choice, choose, onlyResult } from "../functions/choose.ts";
import { nullabilityOf } from "../functions/nullability.ts";
import { type FunctionEntry, functionNamed, functionNames } from "../functions/table.ts";
import { type Typed, UNTYPED } from "../resolve/fields.ts";
import { ROW_PATTERN } from "../resolve/places.ts";
import type { Scope } from "../resolve/resolver.ts";
import { BIGINT, BOOLEAN, type Type, VARCHAR } from "../types/type.ts";
import { typeOfBuiltin } from "./conditional.ts";
import { type TriedLambda, tryLambda } from "./lambda.ts";
import { expectType, known, nullableIfAny, report, typeAll, type Walk } from "./walk.ts";
import { walkWindow } from "./window.ts";

/** A call of a function, an aggregate or a window function. */
export function typeOfCall(w: Walk, node: Call): Typed {
  const [only] = node.name.parts;
  const name = node.name.parts.length === 1 && only !== undefined ? only.name.toLowerCase() : undefined;
  const builtin = name === undefined ? undefined : typeOfBuiltin(w, name, node);
  if (builtin !== undefined) return builtin;
  // A function with a schema is somebody's own.
  if (name === undefined) return typeOfUnknown(w, node, UNTYPED);
  if (w.place === ROW_PATTERN && PATTERN_CALLS.has(name)) return typeOfPatternCall(w, name, node);
  if (w.r.functions.has(name)) return typeOfUnknown(w, node, known(w.r.functions.get(name), undefined));
  const entry = functionNamed(name);
  if (entry === undefined) {
    reportUnknown(w, node, name);
    return typeOfUnknown(w, node, UNTYPED);
  }
  checkPlace(w, node, entry);
  const { use, inside } = w;
  if (entry.kind === "aggregate" && node.over === undefined) {
    w.hasAggregates = true;
    w.use = "aggregated";
    w.inside = "aggregate";
  } else {
    if (entry.kind === "aggregate") w.use = "aggregated";
    if (node.over !== undefined) w.inside = "window";
  }
  const typed = typeOfArguments(w, node, entry);
  walkClauses(w, node);
  w.inside = inside;
  if (node.over !== undefined) walkWindow(w, node.over);
  w.use = use;
  return typed;
}

/** Names in a call of which nothing is known are still resolved. */
function typeOfUnknown(w: Walk, node: Call, typed: Typed): Typed {
  for (const argument of node.arguments) {
    if (argument.kind === "lambda") tryLambda(w, argument).commit(undefined);
    else w.typeOf(w, argument);
  }
  walkClauses(w, node);
  if (node.over !== undefined) walkWindow(w, node.over);
  return typed;
}

function walkClauses(w: Walk, node: Call): void {
  for (const { expression } of node.orderBy) w.typeOf(w, expression);
  if (node.filter !== undefined) expectType(w, node.filter, BOOLEAN, "a filter");
}

/** Calls that stand for themselves: arguments of any type, and of any number of them. */
function typeOfArguments(w: Walk, node: Call, entry: FunctionEntry): Typed {
  if (node.star !== undefined) {
    if (entry.name === "count") return known(BIGINT, false);
    report(w, "wrong-arguments", node, `only \`count\` takes \`*\`, \`${entry.name}\` does not`);
    return UNTYPED;
  }
  const typed: Typed[] = [];
  const args: (Argument | undefined)[] = [];
  const lambdas: { readonly place: number; readonly lambda: TriedLambda }[] = [];
  for (const [place, argument] of node.arguments.entries()) {
    if (argument.kind === "lambda") {
      const lambda = tryLambda(w, argument);
      lambdas.push({ place, lambda });
      args.push(lambda);
    } else {
      const value = w.typeOf(w, argument);
      typed.push(value);
      args.push(value.type);
    }
  }
  const isNullable = nullabilityOf(entry, {
    arguments: nullableIfAny(typed),
    values: typed,
    isWindow: node.over !== undefined,
    isFiltered: node.filter !== undefined,
    isGrouped: isGrouped(w.context.scope),
  });
  const complete = args.flatMap((argument) => (argument === undefined ? [] : [argument]));
  if (complete.length !== args.length) {
    for (const { lambda } of lambdas) lambda.commit(undefined);
    return known(onlyResult(entry.overloads, args.length), isNullable);
  }
  const choice = chosen(entry, complete, lambdas.length > 0);
  for (const { place, lambda } of lambdas) {
    const parameter = typeof choice === "string" ? undefined : choice.parameters[place];
    lambda.commit(parameter?.children.slice(0, -1));
  }
  if (typeof choice !== "string") return known(choice.returns, isNullable);
  if (choice !== "unknowable") reportArguments(w, node, entry, complete, choice);
  return known(onlyResult(entry.overloads, args.length), isNullable);
}

const CHOICES = new Map<string, Choice>();
const MAX_CHOICES = 5000;

/** What a function gives for these types is reckoned once; a lambda's body is another one at each place. */
function chosen(entry: FunctionEntry, args: readonly Argument[], hasLambdas: boolean): Choice {
  if (hasLambdas) return choose(entry.overloads, args);
  let key = entry.name;
  for (const argument of args) key += `;${"text" in argument ? argument.text : ""}`;
  let choice = CHOICES.get(key);
  if (choice === undefined) {
    choice = choose(entry.overloads, args);
    if (CHOICES.size >= MAX_CHOICES) CHOICES.clear();
    CHOICES.set(key, choice);
  }
  return choice;
}

function isGrouped(scope: Scope | undefined): boolean | undefined {
  for (let here = scope; here !== undefined; here = here.outer)
    if (here.isGrouped !== undefined) return here.isGrouped;
  return undefined;
}

/** Aggregates and window functions stand in the select list, in `order by`, and aggregates in `having`. */
function checkPlace(w: Walk, node: Call, { name, kind }: FunctionEntry): void {
  const span = node.name;
  if (node.over !== undefined) {
    if (kind === "scalar") {
      report(w, "wrong-arguments", span, `\`${name}\` is no window function and takes no \`over\``);
    } else if (node.filter !== undefined) {
      const help = `filter inside: \`${name}(if(…, …)) over (…)\``;
      report(w, "wrong-arguments", node.filter, "a window function takes no `filter`", help);
    } else if (w.isInLambda) {
      report(w, "misplaced-window", span, "a window function cannot stand in a lambda");
    } else if (w.place?.hasWindows === false) {
      const help = "reckon it in an inner query, and refer to its column here";
      report(w, "misplaced-window", span, `a window function cannot stand in ${w.place.name}`, help);
    } else if (w.inside === "window") {
      const help = "reckon the inner one in an inner query";
      report(w, "misplaced-window", span, "window functions cannot be nested", help);
    } else if (w.inside === "aggregate") {
      report(w, "misplaced-window", span, "an aggregate cannot hold a window function", "use an inner query");
    }
    return;
  }
  if (kind === "window") {
    report(w, "wrong-arguments", span, `\`${name}\` is a window function`, "write `over (…)` behind it");
    return;
  }
  if (kind === "scalar") {
    const clause =
      node.quantifier === "distinct"
        ? "`distinct`"
        : node.filter !== undefined
          ? "`filter`"
          : node.orderBy.length > 0
            ? "`order by`"
            : undefined;
    if (clause !== undefined)
      report(w, "wrong-arguments", span, `only aggregates take ${clause}, \`${name}\` is none`);
    return;
  }
  reportAggregate(w, node, name);
}

/** Reports an aggregate where none may be. */
export function reportAggregate(w: Walk, node: Expression, name: string): void {
  const span = node.kind === "call" ? node.name : node;
  if (w.isInLambda) {
    report(
      w,
      "misplaced-aggregate",
      span,
      `the aggregate \`${name}\` cannot stand in a lambda`,
      "use `reduce`",
    );
  } else if (w.inside === "aggregate") {
    const help = "aggregate once in an inner query, and again outside";
    report(w, "misplaced-aggregate", span, `\`${name}\` stands inside of another aggregate`, help);
  } else if (w.place?.hasAggregates === false) {
    const help =
      w.place.name === "`where`"
        ? "filter groups by `having`"
        : "aggregate in an inner query, and refer to its column here";
    report(w, "misplaced-aggregate", span, `the aggregate \`${name}\` cannot stand in ${w.place.name}`, help);
  }
}

/** Functions that only row patterns have: they look at another row of the match, or at the match itself. */
const PATTERN_CALLS: ReadonlySet<string> = new Set([
  "classifier",
  "match_number",
  "prev",
  "next",
  "first",
  "last",
]);

function typeOfPatternCall(w: Walk, name: string, node: Call): Typed {
  const [first] = typeAll(w, node.arguments);
  if (name === "match_number") return known(BIGINT, false);
  return name === "classifier" ? known(VARCHAR, undefined) : known(first?.type, undefined);
}

function reportUnknown(w: Walk, node: Call, name: string): void {
  const near = FOREIGN_FUNCTIONS[name] ?? suggest(name, functionNames());
  const help =
    near === undefined
      ? "a function of your own is called with its catalog and schema"
      : near.includes(" ")
        ? near
        : `did you mean \`${near}\`?`;
  report(w, "unknown-function", node.name, `Trino has no function \`${name}\``, help);
}

/** Functions of other systems, with what Trino has instead. */
const FOREIGN_FUNCTIONS: Readonly<Record<string, string>> = {
  charindex: "strpos",
  datediff: "date_diff",
  dateadd: "date_add",
  getdate: "now",
  group_concat: "write `listagg(…, ',') within group (order by …)`",
  ifnull: "coalesce",
  instr: "strpos",
  isnull: "write `… is null`, or `coalesce(…, …)`",
  len: "length",
  nvl: "coalesce",
  regexp_matches: "regexp_like",
  string_agg: "write `listagg(…, ',') within group (order by …)`",
  string_to_array: "split",
  to_number: "write `cast(… as decimal(12, 2))`",
  todate: "date",
};

function reportArguments(
  w: Walk,
  node: Call,
  entry: FunctionEntry,
  args: readonly Argument[],
  choice: "none" | "ambiguous",
): void {
  const given = args.map((argument) => ("text" in argument ? argument.text : "a lambda")).join(", ");
  if (choice === "ambiguous") {
    const message = `it is not clear which \`${entry.name}\` is meant for (${given})`;
    report(w, "wrong-arguments", node, message, "cast the arguments, `null` above all");
    return;
  }
  const message =
    args.length === 0 ? `\`${entry.name}\` takes arguments` : `\`${entry.name}\` does not take (${given})`;
  const shown = entry.overloads.slice(0, MAX_SHOWN).map(({ text }) => `\`${text.replaceAll(",", ", ")}\``);
  const rest = entry.overloads.length - shown.length;
  const more = rest > 0 ? ` and ${rest} more` : "";
  report(w, "wrong-arguments", node, message, `it is ${shown.join(" or ")}${more}`);
}

const MAX_SHOWN = 3;

/** A form with words between its arguments, as the function that it is: `trim(both from x)`. */
export function typeOfForm(w: Walk, node: Expression, name: string, values: readonly Typed[]): Typed {
  const entry = functionNamed(name);
  const isNullable = nullableIfAny(values);
  const types = values.flatMap(({ type }) => type ?? []);
  if (entry === undefined) return known(undefined, isNullable);
  if (types.length !== values.length) return known(onlyResult(entry.overloads, values.length), isNullable);
  const choice = chosen(entry, types, false);
  if (typeof choice !== "string") return known(choice.returns, isNullable);
  const given = types.map((type: Type) => type.text).join(", ");
  report(w, "wrong-arguments", node, `\`${name}\` does not take (${given})`);
  return known(undefined, isNullable);
}
