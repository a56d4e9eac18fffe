import { suggest } from "../../text/suggest.ts";
import type { Identifier } from "../ast/node.ts";
import type { Join } from "../ast/relation.ts";
import type { Span } from "../tokens.ts";
import { commonSuperType } from "../types/coercion.ts";
import type { Type } from "../types/type.ts";
import { resolveCondition, withoutNulls } from "./condition.ts";
import { besides, type Field, madeNullable, mergeOrigins, type Source, sameName } from "./fields.ts";
import { ON } from "./places.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";

/** Both sides of a join as one source, its condition resolved. */
export function resolveJoin(r: Resolver, join: Join, left: Source, right: Source, context: Context): Source {
  const isLeftWhole = join.type !== "right" && join.type !== "full";
  const isRightWhole = join.type !== "left" && join.type !== "full";
  const sides = [
    isLeftWhole ? left : madeNullable(left),
    isRightWhole ? right : madeNullable(right),
  ] as const;
  if (join.isNatural) {
    const span = { start: join.right.start, end: join.right.end };
    const message = "Trino has no natural joins";
    r.problems.push({ slug: "foreign-syntax", span, message, help: "name the shared columns: `using (…)`" });
    const isKnown = left.isComplete && right.isComplete;
    const shared = isKnown
      ? left.fields.flatMap(({ name }) => (name !== undefined && fieldOf(right, name) ? [name] : []))
      : [];
    return merge(r, join, ...sides, shared);
  }
  if (join.using.length > 0) {
    for (const column of join.using) {
      checkSide(r, column, left, "left");
      checkSide(r, column, right, "right");
    }
    return merge(
      r,
      join,
      ...sides,
      join.using.map((column) => column.name),
    );
  }
  const both = besides(...sides);
  if (join.on === undefined) return both;
  // The condition sees rows that are there on both sides.
  const condition = resolveCondition(r, join.on, inside(context, besides(left, right)), ON);
  return join.type === "inner" ? withoutNulls(r, both, condition) : both;
}

function fieldOf({ fields }: Source, name: string): Field | undefined {
  return fields.find((field) => sameName(field.name, name));
}

function checkSide(r: Resolver, column: Identifier, side: Source, which: "left" | "right"): void {
  const field = fieldOf(side, column.name);
  if (field !== undefined) {
    r.reads.push(...field.origins);
    return;
  }
  if (!side.isComplete) return;
  const near = suggest(
    column.name,
    side.fields.flatMap(({ name }) => name ?? []),
  );
  const message = `\`${column.name}\` is not a column of the ${which} side of this join`;
  const problem = {
    slug: "unknown-column",
    span: { start: column.start, end: column.end },
    message,
  } as const;
  r.problems.push(near === undefined ? problem : { ...problem, help: `did you mean \`${near}\`?` });
}

/**
 * Shared columns come first and once. Behind their relation's name they are still reached, but are no part of
 * its `*`. Source: Trino's documentation, "SELECT", `USING`.
 */
function merge(r: Resolver, join: Join, left: Source, right: Source, shared: readonly string[]): Source {
  const both = besides(left, right);
  if (shared.length === 0) return both;
  const isShared = ({ name }: Field): boolean => shared.some((other) => sameName(name, other));
  const merged = shared.map((name, index): Field => {
    const a = fieldOf(left, name);
    const b = fieldOf(right, name);
    const origins = mergeOrigins([...(a?.origins ?? []), ...(b?.origins ?? [])]);
    const type = sharedType(r, join.using[index] ?? join, name, a, b);
    return { name, label: undefined, origins, type, isNullable: sharedNullability(join.type, a, b) };
  });
  return {
    ...both,
    fields: [...merged, ...both.fields.filter((field) => !isShared(field))],
    hidden: [...both.hidden, ...both.fields.filter(isShared)],
  };
}

function sharedType(
  r: Resolver,
  { start, end }: Span,
  name: string,
  a: Field | undefined,
  b: Field | undefined,
): Type | undefined {
  if (a?.type === undefined || b?.type === undefined) return undefined;
  const common = commonSuperType(a.type, b.type);
  if (common === undefined) {
    const message = `\`${name}\` is \`${a.type.text}\` on the left and \`${b.type.text}\` on the right`;
    const help = "join with `on`, and cast one side";
    r.problems.push({ slug: "wrong-operands", span: { start, end }, message, help });
  }
  return common;
}

/** The shared column is that of the side that is there. */
function sharedNullability(
  type: Join["type"],
  a: Field | undefined,
  b: Field | undefined,
): boolean | undefined {
  // Values that are equal are not null.
  if (type === "inner" || type === "cross") return false;
  if (type === "full") return undefined;
  return type === "left" ? a?.isNullable : b?.isNullable;
}
