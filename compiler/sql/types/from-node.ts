import type { DataType, TypeNumber } from "../ast/type.ts";
import { nestedNamed, typeNamed } from "./parse-type.ts";
import { arrayOf, DAY_INTERVAL, MONTH_INTERVAL, mapOf, rowOf, type Type } from "./type.ts";

/** The type that a cast or a declaration names; undefined when Trino 476 has no such type. */
export function typeOfNode(node: DataType): Type | undefined {
  switch (node.kind) {
    case "named-type": {
      const base = node.name.name;
      const numbers = node.parameters.flatMap((each) =>
        each.kind === "type-number" ? [Number(each.text)] : [],
      );
      if (numbers.length === node.parameters.length) return typeNamed(base, numbers);
      const children = node.parameters.flatMap((each) =>
        each.kind === "type-number" ? [] : (typeOfNode(each) ?? []),
      );
      return children.length === node.parameters.length ? nestedNamed(base, children) : undefined;
    }
    case "time-type": {
      const { precision } = node;
      if (precision !== undefined && precision.kind !== "type-number") return undefined;
      const base = node.hasTimeZone ? `${node.base} with time zone` : node.base;
      return typeNamed(base, precision === undefined ? [] : [numberOf(precision)]);
    }
    case "array-type": {
      const element = typeOfNode(node.element);
      return element && arrayOf(element);
    }
    case "map-type": {
      const key = typeOfNode(node.key);
      const value = typeOfNode(node.value);
      return key && value && mapOf(key, value);
    }
    case "row-type": {
      const children = node.fields.flatMap((field) => typeOfNode(field.type) ?? []);
      if (children.length !== node.fields.length) return undefined;
      return rowOf(
        children,
        node.fields.map((field) => field.name?.name),
      );
    }
    case "interval-type":
      return node.from === "year" || node.from === "month" ? MONTH_INTERVAL : DAY_INTERVAL;
    case "missing-type":
      return undefined;
    default:
      return node satisfies never;
  }
}

function numberOf({ text }: TypeNumber): number {
  return Number(text);
}
