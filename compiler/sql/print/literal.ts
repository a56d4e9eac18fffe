import type { Expression } from "../ast/expression.ts";
import { type Printer, stringText, write, writeIdentifier } from "./printer.ts";

type ByKind<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

export function printLiteral(
  p: Printer,
  node: ByKind<
    | "null"
    | "current"
    | "boolean"
    | "number"
    | "string"
    | "binary-string"
    | "typed-literal"
    | "interval"
    | "parameter"
  >,
): void {
  switch (node.kind) {
    case "null":
      write(p, "null");
      return;
    case "current":
      write(p, node.value, node.precision === undefined ? "" : `(${node.precision})`);
      return;
    case "boolean":
      write(p, node.value ? "true" : "false");
      return;
    case "number":
      write(p, node.text);
      return;
    case "string":
      write(p, stringText(node.value));
      return;
    case "binary-string":
      write(p, `X'${node.digits}'`);
      return;
    case "typed-literal":
      writeIdentifier(p, node.type);
      write(p, " ", stringText(node.value));
      return;
    case "interval":
      write(
        p,
        "interval ",
        node.sign === undefined ? "" : `${node.sign} `,
        stringText(node.value),
        " ",
        node.from,
      );
      write(p, node.to === undefined ? "" : ` to ${node.to}`);
      return;
    case "parameter":
      write(p, "?");
      return;
  }
}
