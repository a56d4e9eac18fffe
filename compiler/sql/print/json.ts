import type {
  JsonArray,
  JsonBehavior,
  JsonExists,
  JsonFormat,
  JsonInput,
  JsonObject,
  JsonPath,
  JsonQuery,
  JsonQuotes,
  JsonReturning,
  JsonValue,
  JsonWrapper,
} from "../ast/json.ts";
import { LEVEL, type Printer, stringText, write, writeIdentifier, writeList } from "./printer.ts";
import { printType } from "./type.ts";

export function printJsonFunction(
  p: Printer,
  node: JsonExists | JsonValue | JsonQuery | JsonObject | JsonArray,
): void {
  write(p, node.kind.replace("-", "_"), "(");
  switch (node.kind) {
    case "json-exists":
      printPath(p, node.path);
      if (node.onError !== undefined) printBehavior(p, node.onError, " on error");
      break;
    case "json-value":
      printPath(p, node.path);
      if (node.returning !== undefined) {
        write(p, " returning ");
        printType(p, node.returning);
      }
      printEmptyAndError(p, node);
      break;
    case "json-query":
      printPath(p, node.path);
      printReturning(p, node.returning);
      printWrapper(p, node.wrapper);
      printQuotes(p, node.quotes);
      printEmptyAndError(p, node);
      break;
    case "json-object":
      writeList(p, node.members, ({ key, value }) => {
        p.rules.expression(p, key, LEVEL.any);
        write(p, " : ");
        printInput(p, value);
      });
      if (node.onNull !== undefined) write(p, ` ${node.onNull} on null`);
      if (node.uniqueKeys !== undefined) write(p, ` ${node.uniqueKeys} unique keys`);
      printReturning(p, node.returning);
      break;
    case "json-array":
      writeList(p, node.items, (item) => printInput(p, item));
      if (node.onNull !== undefined) write(p, ` ${node.onNull} on null`);
      printReturning(p, node.returning);
      break;
  }
  write(p, ")");
}

export function printPath(p: Printer, { input, path, pathName, passing }: JsonPath): void {
  printInput(p, input);
  write(p, ", ", stringText(path));
  if (pathName !== undefined) {
    write(p, " as ");
    writeIdentifier(p, pathName);
  }
  if (passing.length === 0) return;
  write(p, " passing ");
  writeList(p, passing, ({ input: argument, name }) => {
    printInput(p, argument);
    write(p, " as ");
    writeIdentifier(p, name);
  });
}

function printInput(p: Printer, { expression, format }: JsonInput): void {
  p.rules.expression(p, expression, LEVEL.any);
  printFormat(p, format);
}

export function printFormat(p: Printer, format: JsonFormat | undefined): void {
  if (format === undefined) return;
  write(p, " format json", format.encoding === undefined ? "" : ` encoding ${format.encoding}`);
}

function printReturning(p: Printer, returning: JsonReturning | undefined): void {
  if (returning === undefined) return;
  write(p, " returning ");
  printType(p, returning.type);
  printFormat(p, returning.format);
}

const WRAPPERS: { readonly [Wrapper in JsonWrapper]: string } = {
  without: " without array wrapper",
  with: " with array wrapper",
  "with-conditional": " with conditional array wrapper",
};

export function printWrapper(p: Printer, wrapper: JsonWrapper | undefined): void {
  if (wrapper !== undefined) write(p, WRAPPERS[wrapper]);
}

export function printQuotes(p: Printer, quotes: JsonQuotes | undefined): void {
  if (quotes === undefined) return;
  write(p, ` ${quotes.quotes} quotes`, quotes.isOnScalarString ? " on scalar string" : "");
}

export function printEmptyAndError(
  p: Printer,
  {
    onEmpty,
    onError,
  }: { readonly onEmpty: JsonBehavior | undefined; readonly onError: JsonBehavior | undefined },
): void {
  if (onEmpty !== undefined) printBehavior(p, onEmpty, " on empty");
  if (onError !== undefined) printBehavior(p, onError, " on error");
}

export function printBehavior(p: Printer, { behavior, value }: JsonBehavior, when: string): void {
  write(p, " ", behavior.replace("-", " "));
  if (value !== undefined) {
    write(p, " ");
    p.rules.expression(p, value, LEVEL.any);
  }
  write(p, when);
}
