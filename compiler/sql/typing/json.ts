import type {
  JsonArray,
  JsonBehavior,
  JsonExists,
  JsonObject,
  JsonPath,
  JsonQuery,
  JsonValue,
} from "../ast/json.ts";
import type { DataType } from "../ast/type.ts";
import type { Typed } from "../resolve/fields.ts";
import { typeOfNode } from "../types/from-node.ts";
import { BOOLEAN, isText, VARCHAR } from "../types/type.ts";
import { known, report, type Walk } from "./walk.ts";

/** The JSON functions of standard SQL: what they give is said in `RETURNING`, and text otherwise. */
export function typeOfJson(
  w: Walk,
  node: JsonExists | JsonValue | JsonQuery | JsonObject | JsonArray,
): Typed {
  switch (node.kind) {
    case "json-exists":
      walkPath(w, node.path);
      return known(BOOLEAN, undefined);
    case "json-value":
      walkPath(w, node.path);
      walkBehaviors(w, [node.onEmpty, node.onError]);
      return known(returned(node.returning), true);
    case "json-query":
      walkPath(w, node.path);
      return known(returned(node.returning?.type), true);
    case "json-object":
      for (const { key, value } of node.members) {
        w.typeOf(w, key);
        w.typeOf(w, value.expression);
      }
      return known(returned(node.returning?.type), false);
    case "json-array":
      for (const { expression } of node.items) w.typeOf(w, expression);
      return known(returned(node.returning?.type), false);
    default:
      return node satisfies never;
  }
}

function returned(type: DataType | undefined): Typed["type"] {
  return type === undefined ? VARCHAR : typeOfNode(type);
}

/** The inputs of a path. */
export function walkPath(w: Walk, { input, passing }: JsonPath): void {
  const { type } = w.typeOf(w, input.expression);
  const isFit = type === undefined || isText(type) || INPUTS.has(type.base);
  if (!isFit) {
    const message = `JSON is read from text or \`varbinary\`, this is \`${type.text}\``;
    const help =
      type.base === "json" ? "write `json_format(…)`, or use `json_extract`" : "cast it to `varchar`";
    report(w, "wrong-arguments", input.expression, message, help);
  }
  for (const argument of passing) w.typeOf(w, argument.input.expression);
}

const INPUTS: ReadonlySet<string> = new Set(["varbinary", "unknown"]);

export function walkBehaviors(w: Walk, behaviors: readonly (JsonBehavior | undefined)[]): void {
  for (const behavior of behaviors) if (behavior?.value !== undefined) w.typeOf(w, behavior.value);
}
