import { suggest } from "../../text/suggest.ts";
import type { Identifier } from "../ast/node.ts";
import type { Join } from "../ast/relation.ts";
import { besides, type Field, mergeOrigins, type Source, sameName } from "./fields.ts";
import { type Context, inside, type Resolver } from "./resolver.ts";

/** Both sides of a join as one source, its condition resolved. */
export function resolveJoin(r: Resolver, join: Join, left: Source, right: Source, context: Context): Source {
  if (join.isNatural) {
    const isKnown = left.isComplete && right.isComplete;
    const shared = isKnown
      ? left.fields.flatMap(({ name }) => (name !== undefined && fieldOf(right, name) ? [name] : []))
      : [];
    return merge(left, right, shared);
  }
  if (join.using.length > 0) {
    for (const column of join.using) {
      checkSide(r, column, left, "left");
      checkSide(r, column, right, "right");
    }
    return merge(
      left,
      right,
      join.using.map((column) => column.name),
    );
  }
  const both = besides(left, right);
  if (join.on !== undefined) r.rules.expression(r, join.on, inside(context, both));
  return both;
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
function merge(left: Source, right: Source, shared: readonly string[]): Source {
  const both = besides(left, right);
  if (shared.length === 0) return both;
  const isShared = ({ name }: Field): boolean => shared.some((other) => sameName(name, other));
  const merged = shared.map((name): Field => {
    const origins = [...(fieldOf(left, name)?.origins ?? []), ...(fieldOf(right, name)?.origins ?? [])];
    return { name, label: undefined, origins: mergeOrigins(origins) };
  });
  return {
    ...both,
    fields: [...merged, ...both.fields.filter((field) => !isShared(field))],
    hidden: [...both.hidden, ...both.fields.filter(isShared)],
  };
}
